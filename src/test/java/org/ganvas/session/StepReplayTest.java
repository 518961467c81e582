package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class StepReplayTest {

    private static final long TARGET = 43;
    private static final PublishPolicy RARE_IMAGES = new PublishPolicy(30, 1e-4);

    @TempDir
    Path folder;

    private final Map<Long, TrainerState> states = new ConcurrentHashMap<>();
    private final Map<Long, Double> rateChanges = new ConcurrentHashMap<>();
    private TrainingLoop session;
    private SnapshotWaiter snapshots;

    /** A session whose checkpoints do not depend on the speed of the machine: one every five steps. */
    @BeforeEach
    void open() {
        session = new TrainingLoop(
                RARE_IMAGES,
                ThreadPolicy.always(1),
                HistorySettings.ofWindow(folder, 16),
                (id, shape, progress) -> new NamedStripesDataset(id, 100, 4));
        session.addListener(new TrainingListener() {
            @Override
            public void onWeights(TrainingRun run, boolean paused) {
                long step = run.trainer().stepsTaken();
                states.putIfAbsent(step, run.trainer().capture());
                Double rate = rateChanges.remove(step);
                if (rate != null) {
                    session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", rate, rate)));
                }
            }
        });
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void trainTo(long step) {
        session.submit(new TrainingCommand.Start(new StopRule(step, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == step);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private void assertIsAsItWas(long step) {
        RunCapture now = capture();
        assertEquals(step, now.state().step());
        List<NamedArray> before = Objects.requireNonNull(states.get(step)).arrays();
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(
                    before.get(i).values(),
                    now.state().arrays().get(i).values(),
                    before.get(i).name());
        }
    }

    private void assertNotComplete(long step) {
        assertFalse(session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .anyMatch(one -> one.step() == step));
    }

    @Test
    void goingBackReachesTheVeryStep() {
        trainTo(60);
        assertNotComplete(TARGET);
        session.submit(new TrainingCommand.GoBack(TARGET));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        assertIsAsItWas(TARGET);
        assertEquals(TARGET, session.scalars().lastStep());
    }

    @Test
    void aHundredStepsOnAndAHundredSingleStepsBack() {
        trainTo(120);
        for (long step = 119; step >= 20; step--) {
            long there = step;
            session.submit(new TrainingCommand.GoBack(there));
            snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == there);
            assertIsAsItWas(there);
        }
        trainTo(120);
        assertIsAsItWas(120);
    }

    @Test
    void liveChangesOnTheWayAreMadeAgain() {
        rateChanges.putAll(Map.of(41L, 1e-3, 42L, 0.1, 50L, 1e-5));
        trainTo(60);
        assertNotComplete(TARGET);
        session.submit(new TrainingCommand.GoBack(TARGET));
        TrainingSnapshot there = snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        assertIsAsItWas(TARGET);
        assertEquals(0.1, there.run().spec().training().generatorOptimizer().learningRate());
    }

    @Test
    void laterCheckpointsAndChangesStayUntilTrainingContinues() {
        rateChanges.putAll(Map.of(51L, 0.1));
        trainTo(60);
        session.submit(new TrainingCommand.GoBack(TARGET));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", 1e-6, 1e-6)));
        session.submit(new TrainingCommand.GoBack(53));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 53);
        assertIsAsItWas(53);
    }

    @Test
    void aRunThatTrainedGoesOnByItsRule() {
        trainTo(60);
        session.submit(new TrainingCommand.Start(new StopRule(2000, Double.POSITIVE_INFINITY)));
        session.submit(new TrainingCommand.GoBack(TARGET, true));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 2000);
        assertIsAsItWas(2000);
        assertTrue(session.history().checkpoints().stream().allMatch(one -> one.step() <= 2000));
    }

    @Test
    void aRunThatWasPausedStaysPaused() {
        trainTo(60);
        session.submit(new TrainingCommand.GoBack(TARGET, true));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        assertIsAsItWas(TARGET);
    }

    @Test
    void settingsCannotBeChangedOnTheWay() {
        trainTo(60);
        session.addListener(new StepHook(step -> {
            if (step == TARGET - 1) {
                session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", 1e-6, 1e-6)));
            }
        }));
        session.submit(new TrainingCommand.GoBack(TARGET));
        TrainingSnapshot told = snapshots.until(s -> s.notice() != null);
        assertEquals("session.refused.replaying", told.notice().message().key());
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        assertIsAsItWas(TARGET);
    }

    @Test
    void aStepThatTheRunNeverReachedIsNotInvented() {
        trainTo(60);
        session.submit(new TrainingCommand.GoBack(TARGET));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == TARGET);
        session.submit(new TrainingCommand.GoBack(1000));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 60);
        assertIsAsItWas(60);
    }
}
