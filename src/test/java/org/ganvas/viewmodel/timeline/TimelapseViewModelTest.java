package org.ganvas.viewmodel.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.binding.Bindings;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.Snapshots;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelapseViewModelTest {

    private static final RunInfo RUN = new RunInfo(
            1, new RunRequest("minute", PresetRegistry.get("minute").spec(), "data", 1), "Data", 10, List.of());

    @TempDir
    Path folder;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final TimelapseViewModel model = new TimelapseViewModel(
            new IdleSession(), notices, prompts, background::add, Bindings.createBooleanBinding(() -> true));

    /** Three checkpoints with one image each. */
    private static final class IdleSession implements TrainingSession {
        @Override
        public void submit(TrainingCommand command) {}

        @Override
        public @Nullable TrainingSnapshot takeSnapshot() {
            return null;
        }

        @Override
        public void addListener(TrainingListener listener) {}

        @Override
        public void close() {}

        @Override
        public ScalarLog scalars() {
            return new ScalarLog();
        }

        @Override
        public CheckpointHistory history() {
            return new CheckpointHistory() {
                @Override
                public List<Checkpoint> checkpoints() {
                    return List.of(checkpoint(0), checkpoint(50), checkpoint(100));
                }

                @Override
                public SampleGrid grid(Checkpoint checkpoint) {
                    float[] pixels = new float[64];
                    return new SampleGrid(new ImageShape(1, 8, 8), 1, 1, pixels, new int[0], checkpoint.step());
                }

                @Override
                public @Nullable RunCapture capture(Checkpoint checkpoint) {
                    return null;
                }
            };
        }

        private static Checkpoint checkpoint(long step) {
            return new Checkpoint(1, step, step, false, "");
        }
    }

    @BeforeEach
    void createRunOfHundredSteps() {
        model.onSnapshot(Snapshots.of(RunState.PAUSED, RUN, 100));
        prompts.export(folder.resolve("run.gif"));
    }

    @Test
    void timelapseIsWrittenInTheBackgroundWithItsProgress() throws Exception {
        model.export();
        assertTrue(model.busyProperty().get());
        assertFalse(model.readyProperty().get(), "one at a time");
        model.onFrame(0);
        assertEquals(0, model.progressProperty().get());
        background.remove().run();
        model.onFrame(0);
        assertEquals(1, model.progressProperty().get());
        assertFalse(model.busyProperty().get());
        assertTrue(Files.size(folder.resolve("run.gif")) > 0);
        assertEquals(
                "Time-lapse of 3 checkpoints saved to run.gif.",
                notices.toastProperty().get());
    }

    @Test
    void trainingIsSaidToContinueOnlyWhereItRuns() {
        model.export();
        assertEquals("Saving the time-lapse.", notices.toastProperty().get());
        model.cancel();
        background.remove().run();
        model.onFrame(0);
        model.onSnapshot(Snapshots.of(RunState.RUNNING, RUN, 100));
        model.export();
        assertEquals(
                "Saving the time-lapse; training continues.",
                notices.toastProperty().get());
    }

    @Test
    void cancelledTimelapseLeavesNoFile() throws Exception {
        model.export();
        model.cancel();
        background.remove().run();
        model.onFrame(0);
        assertFalse(model.busyProperty().get());
        assertEquals(
                "Export cancelled; no file was kept.", notices.toastProperty().get());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        model.export();
        background.remove().run();
        assertTrue(Files.exists(folder.resolve("run.gif")), "the next one is not given up with it");
    }
}
