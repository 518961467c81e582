package org.ganvas.session.threads;

import java.util.ArrayList;
import java.util.List;

/** A machine whose steps take a set time; its clock moves only when a step is taken. */
final class SimulatedMachine {

    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;

    final List<Integer> timed = new ArrayList<>();
    final List<Integer> applied = new ArrayList<>();

    /** Milliseconds a step takes with 1, 2, ... threads. */
    double[] milliseconds;

    long now = 5 * SECOND;

    SimulatedMachine(double... milliseconds) {
        this.milliseconds = milliseconds;
    }

    ThreadGovernor governor(ThreadPolicy policy) {
        return new ThreadGovernor(policy, () -> now, applied::add);
    }

    double secondsOfAStep(int threads) {
        timed.add(threads);
        now += (long) (milliseconds[threads - 1] * MILLI);
        return milliseconds[threads - 1] / 1e3;
    }

    /** Calibrates if that is due, as the training thread does; returns whether it was. */
    boolean calibrateIfDue(ThreadGovernor governor) {
        boolean due = governor.calibrationDue();
        if (due) {
            governor.calibrate(this::secondsOfAStep);
            governor.apply();
        }
        return due;
    }

    /** Trains until a calibration is due or the time has passed; returns whether one is due. */
    boolean trains(ThreadGovernor governor, long nanos) {
        long end = now + nanos;
        while (now < end && !governor.calibrationDue()) {
            long step = (long) (milliseconds[governor.use().count() - 1] * MILLI);
            now += step;
            governor.stepTaken(step);
        }
        return governor.calibrationDue();
    }
}
