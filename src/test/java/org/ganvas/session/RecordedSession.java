package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A session with the real engine that keeps its history in a folder, and the state that it had at every step. */
abstract class RecordedSession {

    static final PublishPolicy RARE_IMAGES = new PublishPolicy(30, 1e-4);

    @TempDir
    Path folder;

    final Map<Long, TrainerState> states = new ConcurrentHashMap<>();

    /** Learning rates of both networks of {@link #openStripes} that are set after a step, once. */
    final Map<Long, Double> rateChanges = new ConcurrentHashMap<>();

    TrainingLoop session;
    SnapshotWaiter snapshots;

    /** Called by the training thread after each step, once more where a run goes back to it. */
    void afterStep(TrainingRun run, long step) {}

    /** Loads a run on data of the registry. */
    final void open(PublishPolicy policy, RunRequest request) {
        open(policy, DatasetRegistry::open, request);
    }

    /** Loads a run whose checkpoints do not depend on the speed of the machine: one every five steps. */
    final void openStripes() {
        open(
                RARE_IMAGES,
                (id, shape, progress) -> new NamedStripesDataset(id, 100, 4),
                TrainingLoopTest.request("stripes"));
    }

    private void open(PublishPolicy policy, DatasetLoader.Source source, RunRequest request) {
        session = new TrainingLoop(policy, ThreadPolicy.always(1), HistorySettings.ofWindow(folder, 16), source);
        session.addListener(new TrainingListener() {
            @Override
            public void onWeights(TrainingRun run, boolean paused) {
                long step = run.trainer().stepsTaken();
                states.putIfAbsent(step, run.trainer().capture());
                afterStep(run, step);
                Double rate = rateChanges.remove(step);
                if (rate != null) {
                    session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", rate, rate)));
                }
            }
        });
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(request));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    final void trainTo(long step) {
        session.submit(new TrainingCommand.Start(new StopRule(step, Double.POSITIVE_INFINITY)));
        pausedAt(step);
    }

    final TrainingSnapshot pausedAt(long step) {
        return snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == step);
    }

    final TrainingSnapshot goBackTo(long step) {
        session.submit(new TrainingCommand.GoBack(step));
        return pausedAt(step);
    }

    final RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    final void assertIsAsItWas(long step) {
        assertSame(Objects.requireNonNull(states.get(step)), capture().state());
    }

    static void assertSame(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        assertEquals(expected.arrays().size(), actual.arrays().size());
        for (int i = 0; i < expected.arrays().size(); i++) {
            NamedArray array = expected.arrays().get(i);
            assertArrayEquals(array.values(), actual.arrays().get(i).values(), array.name());
        }
    }
}
