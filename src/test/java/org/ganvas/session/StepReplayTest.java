package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StepReplayTest extends RecordedSession {

    private static final long TARGET = 43;

    @BeforeEach
    void open() {
        openStripes();
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
        goBackTo(TARGET);
        assertIsAsItWas(TARGET);
        assertEquals(TARGET, session.scalars().lastStep());
    }

    @Test
    void aHundredStepsOnAndAHundredSingleStepsBack() {
        trainTo(120);
        for (long step = 119; step >= 20; step--) {
            long there = step;
            goBackTo(there);
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
        goBackTo(TARGET);
        session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", 1e-6, 1e-6)));
        goBackTo(53);
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
        goBackTo(TARGET);
        session.submit(new TrainingCommand.GoBack(1000));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == 60);
        assertIsAsItWas(60);
    }
}
