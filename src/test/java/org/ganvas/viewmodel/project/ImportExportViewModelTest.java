package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.DefaultTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.GeneratorSourceViewModel;
import org.ganvas.viewmodel.support.SetupChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exporting and importing with a real session; the executor is the test's own thread. */
class ImportExportViewModelTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final DefaultTrainingSession session = new DefaultTrainingSession();
    private final FakePrompts prompts = new FakePrompts();
    private final WindowViewModel shell = new WindowViewModel(
            session,
            session.latents(),
            prompts,
            new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
            Runnable::run);

    @TempDir
    Path folder;

    @BeforeEach
    void loadARun() {
        assertFalse(shell.train().importExport().readyProperty().get());
        Preset preset = PresetRegistry.get("minute");
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
        until(() -> shell.train().run().stateProperty().get() == RunState.READY);
        shell.train().run().step();
        until(() -> shell.train().run().stepProperty().get() == 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void exportsWhatIsDrawnAndImportsIt() {
        Path model = folder.resolve("g.zip");
        prompts.export(model);
        shell.train().importExport().exportGenerator();
        assertFalse(shell.train().importExport().readyProperty().get());
        finish();
        assertEquals(
                "Exported the generator at step 1 to g.zip, with its averaged weights, as a MultiLayerNetwork.",
                shell.notices().toastProperty().get());
        shell.train().sampleGrid().setAveraged(false);
        shell.train().importExport().exportGenerator();
        finish();
        assertTrue(shell.notices().toastProperty().get().contains("raw weights"));

        prompts.model(model);
        shell.train().importExport().importModel();
        until(() -> shell.train().run().stepProperty().get() == 0
                && shell.train().run().stateProperty().get() == RunState.READY);
        assertTrue(
                prompts.questions().stream().anyMatch(question -> question.contains("before opening another")),
                () -> prompts.questions().toString());
        assertNull(shell.projects().project().fileProperty().get());
        shell.train().run().step();
        until(() -> shell.train().run().stepProperty().get() == 1);
    }

    @Test
    void exportsTheDiscriminatorAndAllArrays() throws IOException {
        prompts.export(folder.resolve("d.zip"));
        shell.train().importExport().exportDiscriminator();
        finish();
        assertTrue(shell.notices().toastProperty().get().endsWith("to d.zip, as a ComputationGraph."));
        prompts.export(folder.resolve("w.npz"));
        shell.train().importExport().exportArrays();
        finish();
        assertTrue(Files.size(folder.resolve("w.npz")) > 1_000_000);
        assertEquals(List.of("discriminator.zip", "weights.npz"), prompts.questions());
    }

    @Test
    void exportsAScriptAndTheCurves() throws IOException {
        prompts.export(folder.resolve("mine.py"));
        shell.train().importExport().exportScript();
        finish();
        assertEquals(
                "Exported the run at step 1 to mine.py; its arrays are in mine.npz next to it.",
                shell.notices().toastProperty().get());
        assertTrue(Files.readString(folder.resolve("mine.py")).contains("STEP = 1 "));
        assertTrue(Files.size(folder.resolve("mine.npz")) > 1_000_000);
        prompts.export(folder.resolve("c.json"));
        shell.train().importExport().exportCurves();
        finish();
        assertEquals(
                "Exported 10 curves to c.json.", shell.notices().toastProperty().get());
        assertTrue(Files.readString(folder.resolve("c.json")).contains("discriminator_loss"));
        prompts.export(folder.resolve("p.png"));
        shell.train().importExport().exportImages();
        finish();
        String picture = Files.readString(folder.resolve("p.png"), StandardCharsets.ISO_8859_1);
        assertTrue(picture.contains("seed=") && picture.contains("trainedAlgorithmicMedia"));
        assertEquals(List.of("gan.py", "curves.json", "pictures.png"), prompts.questions());
    }

    @Test
    void keepsTheRunWhenTheModelIsBroken() throws IOException {
        Path model = Files.writeString(folder.resolve("broken.zip"), "no zip");
        shell.train().importExport().importModel(model);
        finish();
        assertTrue(shell.notices().problemProperty().get().contains("broken.zip cannot be imported"));
        assertEquals(1, shell.train().run().stepProperty().get());
    }

    @Test
    void saysWhyItCannotExportAndDoesNothingWithoutAnAnswer() {
        shell.train().importExport().exportArrays();
        assertTrue(shell.train().importExport().readyProperty().get());
        prompts.export(folder.resolve("nowhere/w.npz"));
        shell.train().importExport().exportArrays();
        finish();
        assertTrue(shell.notices().problemProperty().get().contains("w.npz could not be written"));
        prompts.answer(false);
        shell.train().importExport().importModel(folder.resolve("any.zip"));
        assertTrue(shell.train().importExport().readyProperty().get(), "the person wanted to keep the run");
    }

    @Test
    void filmsAreDrawnWrittenAndStopped() throws IOException {
        shell.film().keyframes().add();
        shell.train().latent().seedProperty().set(9);
        shell.film().keyframes().add();
        until(() -> shell.film().stillsProperty().get().size() == 2
                && shell.film().pictureProperty().get() != null);
        prompts.export(folder.resolve("film.gif"));
        shell.filmExport().exportGif();
        until(() -> !shell.filmExport().busyProperty().get());
        assertEquals(
                "Exported 120 frames to film.gif.",
                shell.notices().toastProperty().get());
        assertTrue(Files.size(folder.resolve("film.gif")) > 10_000);
        prompts.export(folder.resolve("film.frames"));
        shell.filmExport().exportFrames();
        shell.filmExport().cancel();
        until(() -> !shell.filmExport().busyProperty().get());
        assertTrue(shell.notices().toastProperty().get().startsWith("Export cancelled"));
        assertFalse(Files.exists(folder.resolve("film")));
        prompts.export(folder.resolve("sheet.png"));
        shell.filmExport().exportSheet();
        until(() -> !shell.filmExport().busyProperty().get());
        assertEquals(
                "Exported a contact sheet of 64 images to sheet.png.",
                shell.notices().toastProperty().get());
    }

    @Test
    void aFilmOfAHeldGeneratorIsDrawnWithThatOneWhileTheRunGoesOn() throws IOException {
        shell.film().keyframes().add();
        shell.explore().parts().sliders().randomise();
        shell.film().keyframes().add();
        int[] first = sheet("first.png");
        GeneratorSourceViewModel source = shell.explore().parts().source();
        source.hold();
        until(() -> source.sourceProperty().get() instanceof GeneratorSource.Frozen);
        for (int step = 2; step <= 6; step++) {
            int now = step;
            shell.train().run().step();
            until(() -> shell.train().run().stepProperty().get() == now);
        }
        assertArrayEquals(first, sheet("held.png"));
        source.followLive();
        assertFalse(Arrays.equals(first, sheet("live.png")));
    }

    private int[] sheet(String name) throws IOException {
        Path file = folder.resolve(name);
        prompts.export(file);
        shell.filmExport().exportSheet();
        until(() -> !shell.filmExport().busyProperty().get());
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private void finish() {
        until(() -> shell.train().importExport().readyProperty().get());
    }

    private void until(BooleanSupplier wish) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!wish.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came; problem: " + shell.notices().problemProperty().get());
            }
            shell.onFrame(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }
}
