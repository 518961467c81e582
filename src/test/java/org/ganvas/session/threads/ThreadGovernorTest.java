package org.ganvas.session.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;

class ThreadGovernorTest {

    private static final long SECOND = SimulatedMachine.SECOND;
    private static final ThreadPolicy WINDOW = new ThreadPolicy(ThreadPolicy.AUTOMATIC, 3, true);

    private final SimulatedMachine machine = new SimulatedMachine(100, 60, 58);

    @Test
    void calibratesBeforeTheFirstStepAndTakesTheBest() {
        ThreadGovernor governor = machine.governor(WINDOW);
        assertEquals(new ThreadUse(1, true, 3, List.of()), governor.use());
        assertTrue(machine.calibrateIfDue(governor));
        assertEquals(2, governor.use().count());
        assertEquals(3, governor.use().timings().size());
        assertEquals(List.of(1, 2), machine.applied);
        assertFalse(machine.calibrateIfDue(governor));
    }

    @Test
    void aFixedNumberIsNeverChanged() {
        ThreadGovernor governor = machine.governor(new ThreadPolicy(3, 3, true));
        assertFalse(machine.calibrateIfDue(governor));
        machine.milliseconds = new double[] {100, 100, 900};
        assertFalse(machine.trains(governor, 3600 * SECOND));
        assertEquals(new ThreadUse(3, false, 3, List.of()), governor.use());
        assertEquals(List.of(3), machine.applied);
    }

    @Test
    void aRestoredRunKeepsItsNumber() {
        ThreadGovernor governor = machine.governor(new ThreadPolicy(ThreadPolicy.AUTOMATIC, 3, false));
        governor.newRun(false);
        governor.restore(1);
        assertFalse(machine.calibrateIfDue(governor));
        assertEquals(1, governor.use().count());
        governor.restore(RunCapture.UNKNOWN_THREADS);
        governor.restore(ThreadPolicy.cores() + 1);
        assertEquals(1, governor.use().count());
        governor.choose(2);
        governor.restore(1);
        assertEquals(2, governor.use().count());
    }

    @Test
    void withOneCoreThereIsNothingToCalibrate() {
        assertFalse(machine.governor(new ThreadPolicy(ThreadPolicy.AUTOMATIC, 1, true))
                .calibrationDue());
    }

    @Test
    void slowStepsAreCalibratedAgainAndFreeACore() {
        ThreadGovernor governor = calibrated(WINDOW);
        assertFalse(machine.trains(governor, 60 * SECOND));
        machine.milliseconds = new double[] {110, 500, 700};
        long before = machine.now;
        assertTrue(machine.trains(governor, 60 * SECOND));
        assertTrue(machine.now - before < 10 * SECOND, "noticed after " + (machine.now - before) / SECOND + " s");
        machine.calibrateIfDue(governor);
        assertEquals(1, governor.use().count());
    }

    @Test
    void aLittleSlownessIsTolerated() {
        ThreadGovernor governor = calibrated(WINDOW);
        machine.trains(governor, 60 * SECOND);
        machine.milliseconds = new double[] {100, 90, 100};
        assertFalse(machine.trains(governor, 60 * SECOND));
    }

    @Test
    void afterASlowdownItCalibratesAgainSoonAndGoesUpWhenTheMachineIsIdle() {
        ThreadGovernor governor = calibrated(WINDOW);
        machine.trains(governor, 60 * SECOND);
        machine.milliseconds = new double[] {110, 500, 700};
        machine.trains(governor, 60 * SECOND);
        machine.calibrateIfDue(governor);
        machine.milliseconds = new double[] {100, 60, 58};
        assertFalse(machine.trains(governor, 110 * SECOND));
        assertTrue(machine.trains(governor, 20 * SECOND));
        machine.calibrateIfDue(governor);
        assertEquals(2, governor.use().count());
    }

    @Test
    void itCalibratesAtMostEveryHalfMinute() {
        ThreadGovernor governor = calibrated(WINDOW);
        machine.trains(governor, SECOND);
        machine.milliseconds = new double[] {500, 500, 700};
        assertFalse(machine.trains(governor, 27 * SECOND));
        assertTrue(machine.trains(governor, 10 * SECOND));
    }

    @Test
    void undisturbedTrainingIsCalibratedEveryTenMinutes() {
        ThreadGovernor governor = calibrated(WINDOW);
        assertFalse(machine.trains(governor, 590 * SECOND));
        assertTrue(machine.trains(governor, 20 * SECOND));
    }

    @Test
    void theCommandLineCalibratesOnce() {
        ThreadGovernor governor = calibrated(new ThreadPolicy(ThreadPolicy.AUTOMATIC, 3, false));
        machine.milliseconds = new double[] {100, 900, 900};
        assertFalse(machine.trains(governor, 3600 * SECOND));
        assertEquals(2, governor.use().count());
    }

    @Test
    void otherNetworksAreCalibratedAnew() {
        ThreadGovernor governor = calibrated(WINDOW);
        governor.newRun(true);
        assertFalse(governor.calibrationDue());
        governor.newRun(false);
        assertTrue(governor.calibrationDue());
    }

    @Test
    void theUsersChoiceCountsAtOnceAndAutomaticCalibratesAgain() {
        ThreadGovernor governor = calibrated(WINDOW);
        governor.choose(3);
        assertEquals(new ThreadUse(3, false, 3, List.of()), governor.use());
        assertEquals(3, machine.applied.get(machine.applied.size() - 1));
        assertFalse(governor.calibrationDue());
        governor.choose(ThreadPolicy.AUTOMATIC);
        assertTrue(machine.calibrateIfDue(governor));
        assertEquals(2, governor.use().count());
    }

    @Test
    void aFailedCalibrationIsNotRepeatedAtEveryStep() {
        ThreadGovernor governor = machine.governor(WINDOW);
        governor.postpone();
        assertFalse(governor.calibrationDue());
        assertEquals(1, governor.use().count());
    }

    private ThreadGovernor calibrated(ThreadPolicy policy) {
        ThreadGovernor governor = machine.governor(policy);
        machine.calibrateIfDue(governor);
        return governor;
    }
}
