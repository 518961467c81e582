package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.SetupChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images that are moved or changed between two openings, with the real session. */
@Timeout(300)
class MovedDataTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    @TempDir
    Path folder;

    private TrainingLoop session;
    private FakePrompts prompts;
    private WindowViewModel window;
    private Path images;
    private Path project;

    @BeforeEach
    void saveAProject() throws IOException {
        images = folder.resolve("images");
        writeImages(images, 0);
        project = folder.resolve("run.ganvas");
        newWindow(null);
        Preset preset = PresetRegistry.get("mlp-a");
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), images.toString(), 1)));
        waitUntil(() -> state() == RunState.READY);
        window.train().run().step();
        waitUntil(() -> step() == 1);
        prompts.project(project);
        window.projects().project().save();
        waitUntil(() -> !window.projects().project().busyProperty().get());
        session.close();
    }

    private void newWindow(RecoveryFolder recovery) {
        session = new TrainingLoop(PublishPolicy.SCREEN);
        prompts = new FakePrompts();
        window = new WindowViewModel(
                session,
                prompts,
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                new AppServices(Runnable::run, new ProjectStore(), recovery, new InMemoryPreferences(), f -> null));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static void writeImages(Path to, int shift) throws IOException {
        Files.createDirectories(to);
        for (int i = 0; i < 150; i++) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            for (int p = 0; p < 784; p++) {
                image.getRaster().setSample(p % 28, p / 28, 0, (p * (i + 1) + shift) & 0xFF);
            }
            ImageIO.write(image, "png", to.resolve(i + ".png").toFile());
        }
    }

    private RunState state() {
        return window.train().run().stateProperty().get();
    }

    private long step() {
        return window.train().run().stepProperty().get();
    }

    private String problem() {
        return window.notices().problemProperty().get();
    }

    private void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came; the problem is: " + problem());
            }
            window.onFrame(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }

    @Test
    void aMovedFolderIsAskedForAndTheRunContinuesOnIt() throws IOException {
        Path moved = Files.move(images, folder.resolve("moved"));
        newWindow(null);
        prompts.folder(moved);
        window.projects().project().open(project);
        waitUntil(() -> state() == RunState.PAUSED);
        assertEquals(List.of("Where is the data of this run now?"), prompts.questions());
        assertTrue(
                prompts.details().get(0).contains(images.toString()),
                prompts.details().get(0));
        assertEquals("", problem(), "the same images");
        assertTrue(window.projects().project().dataChange().mayTrain());
        assertTrue(window.projects().document().changedProperty().get(), "the file does not know the place");
        window.train().run().step();
        waitUntil(() -> step() == 2);
        window.projects().project().save();
        waitUntil(() -> !window.projects().project().busyProperty().get());
        session.close();
        newWindow(null);
        window.projects().project().open(project);
        waitUntil(() -> step() == 2);
        assertEquals(List.of(), prompts.questions());
    }

    @Test
    void theOfferStaysInTheBannerWhenTheQuestionIsClosed() throws IOException {
        Path moved = Files.move(images, folder.resolve("moved"));
        newWindow(null);
        prompts.answer(false);
        window.projects().project().open(project);
        waitUntil(() -> window.notices().actionProperty().get() != null);
        assertTrue(problem().contains(images.toString()), problem());
        assertEquals(
                "Choose where the data is now…",
                window.notices().actionProperty().get().label());
        prompts.folder(folder.resolve("elsewhere"));
        window.notices().actionProperty().get().work().run();
        waitUntil(() -> problem().contains("elsewhere")
                && window.notices().actionProperty().get() != null);
        prompts.folder(moved);
        window.notices().actionProperty().get().work().run();
        waitUntil(() -> step() == 1);
        assertEquals("", problem());
    }

    @Test
    void otherImagesAreToldAndTheirPlaceCanBeChosen() throws IOException {
        Path right = Files.move(images, folder.resolve("right"));
        writeImages(images, 9);
        newWindow(null);
        prompts.folder(right);
        window.projects().project().open(project);
        waitUntil(() -> !problem().isEmpty());
        assertTrue(problem().contains("other samples"), problem());
        assertFalse(window.projects().project().dataChange().mayTrain());
        assertNotNull(window.notices().alternativeProperty().get());
        window.notices().alternativeProperty().get().work().run();
        waitUntil(() -> step() == 1 && problem().isEmpty());
        waitUntil(() -> window.projects().project().dataChange().mayTrain());
    }

    @Test
    void aRecoveredRunIsComparedAndAskedForToo() throws IOException {
        Path root = folder.resolve("recovery");
        leaveACopy(root);
        writeImages(images, 9);
        Path right = folder.resolve("right");
        writeImages(right, 0);
        try (RecoveryFolder recovery = new RecoveryFolder(root, new ProjectStore())) {
            newWindow(recovery);
            prompts.folder(right);
            window.projects().recovery().findRuns();
            waitUntil(() -> window.projects().recovery().offerProperty().get() != null);
            window.projects().recovery().restore();
            waitUntil(() -> !problem().isEmpty());
            assertTrue(problem().contains("other samples"), problem());
            assertFalse(window.projects().project().dataChange().mayTrain());
            window.notices().alternativeProperty().get().work().run();
            waitUntil(() -> problem().isEmpty()
                    && state() == RunState.PAUSED
                    && window.projects().project().dataChange().mayTrain());
            assertEquals(1, step());
            assertEquals(1, copies(root), "safe until it is saved");
        }
    }

    @Test
    void aRecoveredRunWhoseDataIsGoneLosesNothing() throws IOException {
        Path root = folder.resolve("recovery");
        leaveACopy(root);
        Path moved = Files.move(images, folder.resolve("moved"));
        try (RecoveryFolder recovery = new RecoveryFolder(root, new ProjectStore())) {
            newWindow(recovery);
            prompts.answer(false);
            window.projects().recovery().findRuns();
            waitUntil(() -> window.projects().recovery().offerProperty().get() != null);
            window.projects().recovery().restore();
            waitUntil(() -> window.notices().actionProperty().get() != null);
            assertEquals(1, copies(root));
            prompts.folder(moved);
            window.notices().actionProperty().get().work().run();
            waitUntil(() -> step() == 1);
            assertEquals("", problem());
            assertEquals(1, copies(root));
        }
    }

    /** As a killed process leaves it: complete and not locked. */
    private void leaveACopy(Path root) throws IOException {
        Path slot = Files.createDirectories(root.resolve("1-crashed"));
        Files.createFile(slot.resolve("lock"));
        Files.copy(project, slot.resolve("copy-000001.ganvas"));
    }

    private static long copies(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".ganvas")).count();
        }
    }
}
