package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events of listeners, their order and their threads. */
@Timeout(300)
class TrainingListenerTest {

    @TempDir
    Path folder;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> foreignThreads = new CopyOnWriteArrayList<>();

    /** Rows of the real grid in the snapshots, at the time of each onGridChanged. */
    private final List<Integer> rowsPublished = new CopyOnWriteArrayList<>();

    private TrainingLoop session;
    private SnapshotWaiter snapshots;

    private final class Recorder implements TrainingListener {
        private void record(String event) {
            events.add(event);
            String thread = Thread.currentThread().getName();
            if (!thread.equals("training")) {
                foreignThreads.add(event + " on " + thread);
            }
        }

        @Override
        public void onRunLoaded(TrainingRun run, boolean sameRun) {
            record("loaded " + run.info().number() + (sameRun ? " again" : ""));
        }

        @Override
        public void onGridChanged(
                TrainingRun run, TrainingCommand.SetGrid grid, SampleGrid real, boolean sameNetworks) {
            record("grid " + real.rows() + "x" + real.columns() + (sameNetworks ? " of the same networks" : ""));
            TrainingSnapshot published = session.takeSnapshot();
            rowsPublished.add(
                    published == null || published.real() == null
                            ? 0
                            : published.real().rows());
        }

        @Override
        public void onContinued(TrainingRun run, boolean running) {
            record(running ? "runs" : "steps");
        }

        @Override
        public void onStep(long step, double trainedSeconds, StepReport scores) {
            record("step " + step);
        }

        @Override
        public void onWeights(TrainingRun run, boolean paused) {
            record(paused ? "last weights" : "weights");
        }

        @Override
        public void onSpecChanged(TrainingRun run) {
            record("rate " + run.spec().training().generatorOptimizer().learningRate());
        }
    }

    @BeforeEach
    void open() {
        session = new TrainingLoop(
                PublishPolicy.SCREEN,
                ThreadPolicy.always(1),
                HistorySettings.ofWindow(folder, 16),
                (id, wanted, progress) -> new NamedStripesDataset(id, 100, 4));
        snapshots = new SnapshotWaiter(session);
        session.addListener(new Recorder());
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        capture();
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Waits until everything before was carried out. */
    private RunCapture capture() {
        while (true) {
            CompletableFuture<RunCapture> answer = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(answer));
            try {
                return answer.orTimeout(120, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                // The run is still being loaded.
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aLoadedRunIsFollowedByItsGrid() {
        assertEquals(List.of("loaded 1", "grid 10x10"), events);
        events.clear();
        session.submit(new TrainingCommand.Reset());
        capture();
        assertEquals(List.of("loaded 2", "grid 10x10"), events);
        assertEquals(List.of(), foreignThreads);
    }

    @Test
    void singleStepsAndRunsAreAnnouncedBeforeTheirSteps() {
        events.clear();
        session.submit(new TrainingCommand.Step());
        capture();
        assertEquals(List.of("steps", "step 1"), events);
        events.clear();
        session.submit(new TrainingCommand.Start(new StopRule(3, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 3);
        capture();
        assertEquals(List.of("runs", "step 2", "weights", "step 3", "last weights"), events);
        events.clear();
        session.submit(new TrainingCommand.Start(new StopRule(3, Double.POSITIVE_INFINITY)));
        capture();
        assertEquals(List.of("steps"), events, "a rule that is met already lets nothing run");
        assertEquals(List.of(), foreignThreads);
    }

    @Test
    void changedSpecsAreAnnouncedOnceTheyAreInForce() {
        events.clear();
        session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", 0.125, 0.25)));
        session.submit(new TrainingCommand.Adjust(PresetRegistry.get("ring").spec()));
        capture();
        assertEquals(List.of("rate 0.125"), events, "a change that needs a new start is not one");
    }

    @Test
    void goingBackIsTheSameRunAgain() {
        session.submit(new TrainingCommand.Step());
        capture();
        events.clear();
        session.submit(new TrainingCommand.GoBack(1));
        capture();
        assertEquals(List.of("loaded 1 again", "grid 10x10 of the same networks"), events);
    }

    @Test
    void realImagesOfALargerGridArePublishedBeforeTheRendererKnowsOfIt() {
        snapshots.until(s -> s.generated() != null && s.real() != null);
        rowsPublished.clear();
        session.submit(new TrainingCommand.SetGrid(12, 10, true));
        capture();
        assertEquals(List.of(12), rowsPublished);
    }

    @Test
    void renderedGridsAreAnnouncedOnTheExploreThread() {
        CompletableFuture<String> thread = new CompletableFuture<>();
        session.addListener(new TrainingListener() {
            @Override
            public void onGridRendered(SampleGrid grid) {
                thread.complete(Thread.currentThread().getName());
            }
        });
        session.submit(new TrainingCommand.Step());
        assertEquals("explore", thread.orTimeout(120, TimeUnit.SECONDS).join());
        assertTrue(snapshots.until(s -> s.generated() != null).generated().count() > 0);
    }
}
