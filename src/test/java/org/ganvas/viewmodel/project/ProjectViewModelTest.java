package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.text.NumberFormats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving and opening with a real session; files are read and written on the test's thread. */
class ProjectViewModelTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
    private final FakePrompts prompts = new FakePrompts();
    private final WindowViewModel window = new WindowViewModel(
            session, prompts, new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()), Runnable::run);

    @TempDir
    Path folder;

    @BeforeEach
    void loadRun() {
        Preset preset = PresetRegistry.get("mlp-a");
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
        waitUntil(() -> window.train().run().stateProperty().get() == RunState.READY);
        window.train().run().step();
        waitUntil(() -> window.train().run().stepProperty().get() == 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came");
            }
            window.onFrame(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }

    @Test
    void opensWhatItSaved() throws IOException {
        Path file = folder.resolve("run.ganvas");
        prompts.project(file);
        window.projects().project().save();
        waitUntil(() -> !window.projects().project().busyProperty().get());
        assertTrue(Files.exists(file));
        assertEquals(file, window.projects().project().fileProperty().get());
        assertEquals(
                "Saved run.ganvas at step 1 (" + NumberFormats.bytes(Files.size(file)) + ").",
                window.notices().toastProperty().get());

        window.train().run().step();
        waitUntil(() -> window.train().run().stepProperty().get() == 2);
        window.undo().push(new UndoKey("name", "key"), () -> true, () -> true);
        window.projects().project().open();
        waitUntil(() -> window.train().run().stepProperty().get() == 1
                && window.train().run().stateProperty().get() == RunState.PAUSED);
        assertEquals(List.of("Save this run before opening another?"), prompts.questions());
        assertEquals(file, window.projects().project().fileProperty().get());
        assertFalse(window.undo().availableProperty().get(), "changes of the run that was left");
    }

    @Test
    void openingReadsTheFileOnce() {
        AtomicInteger opened = new AtomicInteger();
        ProjectStore store = new ProjectStore(UnaryOperator.identity(), zip -> {
            opened.incrementAndGet();
            return ZipDirectoryReader.open(zip, ProjectLimits.MAX_ENTRIES);
        });
        WindowFixture window = WindowFixture.trained(
                new AppServices(Runnable::run, store, null, new InMemoryPreferences(), failure -> null));
        Path file = folder.resolve("run.ganvas");
        window.prompts.project(file);
        window.window.projects().project().saveCopy();
        window.frames(2);
        assertNull(window.window.projects().project().fileProperty().get());
        window.window.projects().project().open(file);
        window.frames(2);
        assertEquals(file, window.window.projects().project().fileProperty().get());
        assertEquals(1, opened.get());
    }

    @Test
    void keepsTheRunWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.ganvas"), "no zip");
        window.projects().project().open(file);
        waitUntil(() -> !window.projects().project().busyProperty().get());
        assertTrue(window.notices().problemProperty().get().contains("broken.ganvas"));
        assertEquals(1, window.train().run().stepProperty().get());
        assertNull(window.projects().project().fileProperty().get());
    }

    @Test
    void asksBeforeTrainedWorkIsLost() {
        window.projects().document().bookmarksChanged();
        prompts.answer(false);
        window.projects().project().open(folder.resolve("any.ganvas"));
        assertFalse(window.projects().project().busyProperty().get());
        assertEquals(1, prompts.questions().size());
    }

    @Test
    void reportsWhySavingFails() {
        prompts.project(folder.resolve("nowhere/run.ganvas"));
        window.projects().project().save();
        waitUntil(() -> !window.projects().project().busyProperty().get());
        assertTrue(window.notices().problemProperty().get().contains("run.ganvas"));
        assertNull(window.projects().project().fileProperty().get());
    }
}
