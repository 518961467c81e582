package org.ganvas.viewmodel.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.Snapshots;
import org.ganvas.message.Message;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.CheckpointReadException;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
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

class TimelineViewModelTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunInfo RUN = new RunInfo(
            1, new RunRequest("minute", PresetRegistry.get("minute").spec(), "data", 1), "Data", 10, List.of());

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<TrainingCommand> submitted = new ArrayList<>();
    private final List<GeneratorSource> followed = new ArrayList<>();
    private final List<Long> inspectedSteps = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();
    private long unrepeatable = -1;
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final FakePrompts prompts = new FakePrompts();
    private List<Checkpoint> kept = List.of();
    private @Nullable TrainerState inspected;
    private String readFailure = "";
    private long now;

    private final CheckpointHistory history = new CheckpointHistory() {
        @Override
        public List<Checkpoint> checkpoints() {
            return kept;
        }

        @Override
        public SampleGrid grid(Checkpoint checkpoint) throws CheckpointReadException {
            if (!readFailure.isEmpty()) {
                throw new CheckpointReadException(Message.verbatim(readFailure), new IOException());
            }
            read.add(checkpoint.step());
            return new SampleGrid(new ImageShape(1, 1, 1), 1, 1, new float[1], new int[0], checkpoint.step());
        }

        @Override
        public RunCapture capture(Checkpoint checkpoint) {
            List<NamedArray> arrays = List.of(
                    array("generator/0.dense/weight", 5),
                    array("discriminator/0.dense/weight", 3),
                    array("generator/adam/mean/0.dense/weight", 5),
                    array("generator/adam/square/0.dense/weight", 5),
                    array("discriminator/adam/mean/0.dense/weight", 3),
                    array("discriminator/adam/square/0.dense/weight", 3),
                    array("average/0.dense/weight", 5));
            return new RunCapture(RUN, new TrainerState(checkpoint.step(), arrays), 1, new ScalarLog());
        }

        @Override
        public boolean isRepeatable(long step) {
            return step != unrepeatable;
        }

        private NamedArray array(String name, int length) {
            return new NamedArray(name, new long[] {length}, new float[length]);
        }
    };

    private final LatentRenderer latents = new LatentRenderer() {
        @Override
        public void request(LatentRequest request) {
            throw new AssertionError("no images are requested");
        }

        @Override
        public void useSource(GeneratorSource source) {
            followed.add(source);
        }

        @Override
        public @Nullable Rendered takeRendered() {
            return null;
        }

        @Override
        public CompletableFuture<SampleGrid> render(LatentRequest request) {
            throw new AssertionError("no images are requested");
        }
    };

    private final NetworkInspector inside = new NetworkInspector() {
        @Override
        public void request(@Nullable InspectionRequest request) {
            throw new AssertionError("no inspection is requested");
        }

        @Override
        public void useCheckpoint(@Nullable CheckpointWeights state) {
            inspectedSteps.add(state == null ? -1 : state.state().step());
            inspected = state == null ? null : state.state();
        }

        @Override
        public @Nullable InspectionResult takeResult() {
            return null;
        }
    };

    private final TrainingSession session = new TrainingSession() {
        @Override
        public void submit(TrainingCommand command) {
            submitted.add(command);
        }

        @Override
        public @Nullable TrainingSnapshot takeSnapshot() {
            return null;
        }

        @Override
        public CheckpointHistory history() {
            return history;
        }

        @Override
        public void addListener(TrainingListener listener) {}

        @Override
        public void close() {}

        @Override
        public ScalarLog scalars() {
            return new ScalarLog();
        }
    };

    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final SelectedCheckpoint looked = new SelectedCheckpoint(
            session,
            notices,
            cursor,
            new CheckpointImageLoader(history, background::add),
            new CheckpointWeightsLoader(latents, inside, PointLab.NONE, history, background::add));
    private int marks;
    private final TimelineViewModel timeline = new TimelineViewModel(session, notices, prompts, looked, () -> marks++);

    @BeforeEach
    void createTenCheckpointsUpToStepThousand() {
        keep(0, 100, 200, 300, 400, 500, 600, 700, 800, 900);
        live(1000);
        frame();
    }

    /** Creates checkpoints: every second one is complete, the one at 300 is marked. */
    private void keep(long... steps) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (long step : steps) {
            checkpoints.add(new Checkpoint(1, step, step, step % 200 == 0, step == 300 ? "good" : ""));
        }
        kept = checkpoints;
    }

    private void live(long step) {
        timeline.onSnapshot(snapshot(step));
    }

    private static TrainingSnapshot snapshot(long step) {
        return snapshot(step, RunState.PAUSED);
    }

    private static TrainingSnapshot snapshot(long step, RunState state) {
        TrainingSnapshot empty = TrainingSnapshot.EMPTY;
        return new TrainingSnapshot(
                state, RUN, -1, step, 1, 0, 0, 0, empty.threads(), null, TrainingSnapshot.Grids.NONE, null);
    }

    private void frame() {
        now += SECOND;
        timeline.onFrame(now);
    }

    private void readAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void settle() {
        frame();
        readAll();
        frame();
    }

    private long shown() {
        Checkpoint checkpoint = timeline.selectedProperty().get();
        return checkpoint == null ? -1 : checkpoint.step();
    }

    @Test
    void scrubbingSelectsTheNearestCheckpointWithItsSamplesAndCursor() {
        timeline.scrub(260);
        assertEquals(300, shown());
        assertEquals(300, cursor.get());
        assertNull(timeline.gridProperty().get(), "nothing was read yet");
        settle();
        SampleGrid grid = Objects.requireNonNull(timeline.gridProperty().get());
        assertEquals(300, grid.step());
        assertEquals(300, looked.withSelected(snapshot(1000)).generated().step());
        timeline.scrub(990);
        assertEquals(-1, shown(), "nearer to the present than to a checkpoint");
        assertNull(looked.withSelected(snapshot(1000)).generated());
        assertTrue(Double.isNaN(cursor.get()));
    }

    @Test
    void newestRequestIsReadFirstAndTheNextOnesAhead() {
        timeline.scrub(0);
        timeline.scrub(100);
        timeline.scrub(500);
        readAll();
        assertEquals(500, read.get(0), "nobody waits for what nobody looks at any more");
        assertEquals(List.of(500L, 600L, 700L, 800L, 900L), read);
        timeline.move(1);
        readAll();
        frame();
        assertEquals(600, timeline.gridProperty().get().step());
        assertEquals(5, read.size(), "it was at hand");
    }

    @Test
    void keysMoveByCheckpointAndEndInThePresent() {
        timeline.move(-1);
        assertEquals(900, shown());
        timeline.move(-2);
        assertEquals(700, shown());
        timeline.move(2);
        timeline.move(1);
        assertEquals(-1, shown());
        timeline.selectFirst();
        assertEquals(0, shown());
        timeline.move(-1);
        assertEquals(0, shown());
        timeline.selectNextMark();
        assertEquals(300, shown());
        timeline.selectNextMark();
        assertEquals(300, shown(), "there is no other");
    }

    @Test
    void playbackShowsEachCheckpointAndEndsInThePresent() {
        timeline.playback().speedProperty().set(1);
        timeline.togglePlaying();
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 250 && timeline.playback().playingProperty().get(); i++) {
            frame();
            if (seen.isEmpty() || seen.get(seen.size() - 1) != shown()) {
                seen.add(shown());
            }
        }
        assertEquals(List.of(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, -1L), seen);
        assertFalse(timeline.playback().playingProperty().get());
    }

    @Test
    void rendererAndInspectionFollowACheckpointThatStaysSelected() {
        timeline.scrub(400);
        timeline.onFrame(now + 1);
        readAll();
        timeline.onFrame(now + 2);
        assertEquals(List.of(), followed, "not while one scrubs");
        settle();
        GeneratorSource.Frozen frozen = assertInstanceOf(GeneratorSource.Frozen.class, followed.get(0));
        assertEquals(400, frozen.state().step());
        timeline.showLive();
        assertInstanceOf(GeneratorSource.Live.class, followed.get(1));
        assertEquals(List.of(400L, -1L), inspectedSteps);
    }

    @Test
    void checkpointIsHeldWithoutTheOptimizers() {
        timeline.scrub(400);
        settle();
        settle();
        GeneratorSource.Frozen frozen = assertInstanceOf(GeneratorSource.Frozen.class, followed.get(0));
        assertEquals(5 + 5, floats(frozen.state()), "G and its average");
        assertEquals(5 + 5 + 3, floats(Objects.requireNonNull(inspected)), "both networks and G's average");
    }

    private static int floats(TrainerState state) {
        return state.arrays().stream().mapToInt(array -> array.values().length).sum();
    }

    @Test
    void wayBackOfTheDoctorAsksAsTheTimelineDoesAndPauses() {
        timeline.onSnapshot(snapshot(1000, RunState.RUNNING));
        prompts.answer(false);
        timeline.goBack(669);
        assertEquals(1, prompts.questions().size());
        assertEquals(List.of(), goneBack());
        prompts.answer(true);
        timeline.goBack(669);
        assertEquals(List.of(new TrainingCommand.GoBack(669, false)), goneBack());
        assertTrue(
                notices.toastProperty().get().contains("69"),
                notices.toastProperty().get());
    }

    private List<TrainingCommand> goneBack() {
        return submitted.stream()
                .filter(TrainingCommand.GoBack.class::isInstance)
                .toList();
    }

    @Test
    void incompleteCheckpointIsExploredWithTheWeightsBeforeIt() {
        timeline.scrub(300);
        settle();
        settle();
        GeneratorSource.Frozen frozen = assertInstanceOf(GeneratorSource.Frozen.class, followed.get(0));
        assertEquals(200, frozen.state().step());
        timeline.scrub(200);
        settle();
        settle();
        assertEquals(1, followed.size(), "these are the ones it has");
    }

    @Test
    void continuingAsksOnceAndReachesTheStepThatIsShown() {
        timeline.scrub(500);
        prompts.answer(false);
        timeline.continueFromHere();
        assertEquals(List.of(), submitted);
        assertEquals(500, shown());
        prompts.answer(true);
        timeline.continueFromHere();
        assertEquals(List.of(new TrainingCommand.GoBack(500, false)), submitted);
        assertEquals(-1, shown());
    }

    private String lastDetail() {
        return prompts.details().get(prompts.details().size() - 1);
    }

    @Test
    void questionSaysWhichStepIsReachedAndWhatItCosts() {
        prompts.answer(false);
        timeline.scrub(500);
        timeline.continueFromHere();
        assertEquals(List.of("Go back to step 500?"), prompts.questions());
        assertTrue(lastDetail().contains("100 steps are taken again"), lastDetail());
        timeline.scrub(400);
        timeline.continueFromHere();
        assertFalse(lastDetail().contains("again"), lastDetail());
    }

    @Test
    void aStepThatCannotBeTakenAgainLeadsToTheCompleteOneBefore() {
        unrepeatable = 500;
        prompts.answer(true);
        timeline.scrub(500);
        timeline.continueFromHere();
        assertEquals(List.of("Go back to step 400?"), prompts.questions());
        assertTrue(lastDetail().contains("settings were changed before step 500"), lastDetail());
        assertFalse(lastDetail().contains("again"), lastDetail());
        assertEquals(List.of(new TrainingCommand.GoBack(400, false)), submitted);
    }

    @Test
    void questionFollowsTheRunThatTrainsBehindIt() {
        timeline.onSnapshot(snapshot(1000, RunState.RUNNING));
        timeline.scrub(400);
        prompts.answer(false);
        timeline.continueFromHere();
        assertTrue(lastDetail().contains("600 later steps are discarded"), lastDetail());
        timeline.onSnapshot(snapshot(1722, RunState.RUNNING));
        assertTrue(lastDetail().contains("1,322 later steps are discarded"), lastDetail());
        timeline.onSnapshot(snapshot(1723, RunState.PAUSED));
        assertTrue(lastDetail().contains("1,323 later steps are kept until"), lastDetail());
    }

    @Test
    void aRunThatTrainsGoesOnTraining() {
        timeline.onSnapshot(snapshot(1000, RunState.RUNNING));
        timeline.scrub(400);
        prompts.answer(true);
        timeline.continueFromHere();
        assertEquals(List.of(new TrainingCommand.GoBack(400, true)), submitted);
        assertTrue(lastDetail().contains("Training continues"), lastDetail());
    }

    @Test
    void completeCheckpointWithinReachIsPreferred() {
        timeline.scrub(310, 100);
        assertEquals(400, shown());
        timeline.scrub(290, 80);
        assertEquals(300, shown());
    }

    @Test
    void theCheckpointThatIsShownIsMarked() {
        timeline.scrub(500);
        timeline.mark();
        TrainingCommand.MarkCheckpoint command =
                assertInstanceOf(TrainingCommand.MarkCheckpoint.class, submitted.get(0));
        assertEquals(500, Objects.requireNonNull(command.checkpoint()).step());
        assertEquals("Mark 1", command.name());
        assertEquals("Step 500 is marked.", notices.toastProperty().get());
        assertEquals(1, marks, "the project has changed");
    }

    @Test
    void aMarkedCheckpointIsUnmarked() {
        timeline.scrub(300);
        timeline.mark();
        TrainingCommand.MarkCheckpoint command =
                assertInstanceOf(TrainingCommand.MarkCheckpoint.class, submitted.get(0));
        assertEquals(300, Objects.requireNonNull(command.checkpoint()).step());
        assertEquals("", command.name());
    }

    @Test
    void anotherRunOrBranchSelectsThePresent() {
        timeline.scrub(500);
        keep(0, 100, 200);
        frame();
        assertEquals(-1, shown());
        timeline.scrub(100);
        timeline.onSnapshot(Snapshots.of(RunState.READY, new RunInfo(2, RUN.request(), "Data", 10, List.of()), 0));
        assertEquals(-1, shown());
    }

    @Test
    void unreadableCheckpointIsReported() {
        readFailure = "The checkpoint cannot be read back.";
        timeline.scrub(500);
        settle();
        assertEquals(
                "The checkpoint cannot be read back.", notices.problemProperty().get());
    }

    @Test
    void marksNeedARun() {
        timeline.mark();
        assertInstanceOf(TrainingCommand.MarkCheckpoint.class, submitted.get(0));
        timeline.onSnapshot(TrainingSnapshot.EMPTY);
        timeline.mark();
        assertEquals(1, submitted.size());
    }
}
