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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.DefaultTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.SetupChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving and opening with a real session; the executor is the test's own thread. */
class ProjectViewModelTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

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
        Preset preset = PresetRegistry.get("mlp-a");
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
        until(() -> shell.train().run().stateProperty().get() == RunState.READY);
        shell.train().run().step();
        until(() -> shell.train().run().stepProperty().get() == 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void until(BooleanSupplier wish) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!wish.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came");
            }
            shell.onFrame(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }

    @Test
    void opensWhatItSaved() {
        Path file = folder.resolve("run.ganvas");
        prompts.project(file);
        shell.projects().project().save();
        until(() -> !shell.projects().project().busyProperty().get());
        assertTrue(Files.exists(file));
        assertEquals(file, shell.projects().project().fileProperty().get());
        assertEquals(
                "Saved run.ganvas at step 1.", shell.notices().toastProperty().get());

        shell.train().run().step();
        until(() -> shell.train().run().stepProperty().get() == 2);
        shell.projects().project().open();
        until(() -> shell.train().run().stepProperty().get() == 1
                && shell.train().run().stateProperty().get() == RunState.PAUSED);
        assertEquals(List.of("Save this run before opening another?"), prompts.questions());
        assertEquals(file, shell.projects().project().fileProperty().get());
    }

    @Test
    void keepsTheRunWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.ganvas"), "no zip");
        shell.projects().project().open(file);
        until(() -> !shell.projects().project().busyProperty().get());
        assertTrue(shell.notices().problemProperty().get().contains("broken.ganvas"));
        assertEquals(1, shell.train().run().stepProperty().get());
        assertNull(shell.projects().project().fileProperty().get());
    }

    @Test
    void asksBeforeTrainedWorkIsLost() {
        prompts.answer(false);
        shell.projects().project().open(folder.resolve("any.ganvas"));
        assertFalse(shell.projects().project().busyProperty().get());
        assertEquals(1, prompts.questions().size());
    }

    @Test
    void saysWhyItCannotSave() {
        prompts.project(folder.resolve("nowhere/run.ganvas"));
        shell.projects().project().save();
        until(() -> !shell.projects().project().busyProperty().get());
        assertTrue(shell.notices().problemProperty().get().contains("run.ganvas"));
        assertNull(shell.projects().project().fileProperty().get());
    }
}
