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
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
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

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
    private final FakePrompts prompts = new FakePrompts();
    private final WindowViewModel window = new WindowViewModel(
            session, prompts, new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()), Runnable::run);

    @TempDir
    Path folder;

    @BeforeEach
    void loadRun() {
        assertFalse(window.train().importExport().readyProperty().get());
        Preset preset = PresetRegistry.get("minute");
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
        waitUntil(() -> window.train().run().stateProperty().get() == RunState.READY);
        window.train().run().step();
        waitUntil(() -> window.train().run().stepProperty().get() == 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void exportsTheWeightsOfTheSamplesAndImportsThem() {
        Path model = folder.resolve("g.zip");
        prompts.export(model);
        window.train().importExport().exportGenerator();
        assertFalse(window.train().importExport().readyProperty().get());
        finishTasks();
        assertEquals(
                "Exported the generator at step 1 to g.zip, with its averaged weights, as a MultiLayerNetwork.",
                window.notices().toastProperty().get());
        window.train().sampleGrid().setAveraged(false);
        window.train().importExport().exportGenerator();
        finishTasks();
        assertTrue(window.notices().toastProperty().get().contains("raw weights"));

        window.projects().document().bookmarksChanged();
        prompts.model(model);
        window.train().importExport().importModel();
        waitUntil(() -> window.train().run().stepProperty().get() == 0
                && window.train().run().stateProperty().get() == RunState.READY);
        assertTrue(
                prompts.questions().stream().anyMatch(question -> question.contains("before opening another")),
                () -> prompts.questions().toString());
        assertNull(window.projects().project().fileProperty().get());
        window.train().run().step();
        waitUntil(() -> window.train().run().stepProperty().get() == 1);
    }

    @Test
    void exportsTheDiscriminatorAndAllArrays() throws IOException {
        prompts.export(folder.resolve("d.zip"));
        window.train().importExport().exportDiscriminator();
        finishTasks();
        assertTrue(window.notices().toastProperty().get().endsWith("to d.zip, as a ComputationGraph."));
        prompts.export(folder.resolve("w.npz"));
        window.train().importExport().exportArrays();
        finishTasks();
        assertTrue(Files.size(folder.resolve("w.npz")) > 1_000_000);
        assertEquals(List.of("discriminator.zip", "weights.npz"), prompts.questions());
    }

    @Test
    void exportsAScriptAndTheCurves() throws IOException {
        prompts.export(folder.resolve("mine.py"));
        window.train().importExport().exportScript();
        finishTasks();
        assertEquals(
                "Exported the run at step 1 to mine.py; its arrays are in mine.npz next to it.",
                window.notices().toastProperty().get());
        assertTrue(Files.readString(folder.resolve("mine.py")).contains("STEP = 1 "));
        assertTrue(Files.size(folder.resolve("mine.npz")) > 1_000_000);
        prompts.export(folder.resolve("c.json"));
        window.train().importExport().exportCurves();
        finishTasks();
        assertEquals(
                "Exported 10 curves to c.json.",
                window.notices().toastProperty().get());
        assertTrue(Files.readString(folder.resolve("c.json")).contains("discriminator_loss"));
        prompts.export(folder.resolve("p.png"));
        window.train().importExport().exportImages();
        finishTasks();
        String image = Files.readString(folder.resolve("p.png"), StandardCharsets.ISO_8859_1);
        assertTrue(image.contains("seed=") && image.contains("trainedAlgorithmicMedia"));
        assertEquals(List.of("gan.py", "curves.json", "samples.png"), prompts.questions());
    }

    @Test
    void keepsTheRunWhenTheModelIsBroken() throws IOException {
        Path model = Files.writeString(folder.resolve("broken.zip"), "no zip");
        window.train().importExport().importModel(model);
        finishTasks();
        assertTrue(window.notices().problemProperty().get().contains("broken.zip cannot be imported"));
        assertEquals(1, window.train().run().stepProperty().get());
    }

    @Test
    void reportsWhyAnExportFailsAndDoesNothingWithoutAFile() {
        window.train().importExport().exportArrays();
        assertTrue(window.train().importExport().readyProperty().get());
        prompts.export(folder.resolve("nowhere/w.npz"));
        window.train().importExport().exportArrays();
        finishTasks();
        assertTrue(window.notices().problemProperty().get().contains("w.npz could not be written"));
        window.projects().document().bookmarksChanged();
        prompts.answer(false);
        window.train().importExport().importModel(folder.resolve("any.zip"));
        assertTrue(window.train().importExport().readyProperty().get(), "the person wanted to keep the run");
    }

    @Test
    void filmsAreRenderedWrittenAndCancelled() throws IOException {
        window.film().keyframes().add();
        window.train().latent().seedProperty().set(9);
        window.film().keyframes().add();
        waitUntil(() -> window.film().thumbnailsProperty().get().size() == 2
                && window.film().imageProperty().get() != null);
        prompts.export(folder.resolve("film.gif"));
        window.filmExport().exportGif();
        waitUntil(() -> !window.filmExport().busyProperty().get());
        assertEquals(
                "Exported 120 frames to film.gif.",
                window.notices().toastProperty().get());
        assertTrue(Files.size(folder.resolve("film.gif")) > 10_000);
        prompts.export(folder.resolve("film.frames"));
        window.filmExport().exportFrames();
        window.filmExport().cancel();
        waitUntil(() -> !window.filmExport().busyProperty().get());
        assertTrue(window.notices().toastProperty().get().startsWith("Export cancelled"));
        assertFalse(Files.exists(folder.resolve("film")));
        prompts.export(folder.resolve("sheet.png"));
        window.filmExport().exportContactSheet();
        waitUntil(() -> !window.filmExport().busyProperty().get());
        assertEquals(
                "Exported a contact sheet of 64 images to sheet.png.",
                window.notices().toastProperty().get());
    }

    @Test
    void filmOfAHeldGeneratorIsRenderedWithItWhileTheRunContinues() throws IOException {
        window.film().keyframes().add();
        window.explore().models().sliders().randomise();
        window.film().keyframes().add();
        int[] first = sheet("first.png");
        GeneratorSourceViewModel source = window.explore().models().source();
        source.freeze();
        waitUntil(() -> source.sourceProperty().get() instanceof GeneratorSource.Frozen);
        for (int step = 2; step <= 6; step++) {
            int now = step;
            window.train().run().step();
            waitUntil(() -> window.train().run().stepProperty().get() == now);
        }
        assertArrayEquals(first, sheet("held.png"));
        source.followLive();
        assertFalse(Arrays.equals(first, sheet("live.png")));
    }

    private int[] sheet(String name) throws IOException {
        Path file = folder.resolve(name);
        prompts.export(file);
        window.filmExport().exportContactSheet();
        waitUntil(() -> !window.filmExport().busyProperty().get());
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private void finishTasks() {
        waitUntil(() -> window.train().importExport().readyProperty().get());
    }

    private void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came; problem: "
                        + window.notices().problemProperty().get());
            }
            window.onFrame(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }
}
