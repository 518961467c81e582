package org.ganvas.session;

/**
 * Pace of training: the most steps a second that the user wants, so that steps can be watched. It decides when steps are
 * taken and never what they compute. The training thread's, but
 * for {@link #limit}.
 */
final class StepPace {

    /** Lateness that is not caught up: after it steps follow each other at the pace again, not all at once. */
    private static final long MOST_LATE_NANOS = 100_000_000L;

    /** Longer than two snapshots are apart. */
    private static final long LONG_WAIT_NANOS = 60_000_000L;

    private volatile double stepsPerSecond = TrainingCommand.SetPace.UNLIMITED;
    private long due;

    /** @param limit in steps a second; {@link TrainingCommand.SetPace#UNLIMITED} for none */
    void set(double limit, long now) {
        stepsPerSecond = limit;
        restart(now);
    }

    /** The most steps a second. Any thread. */
    double limit() {
        return stepsPerSecond;
    }

    /** The next step is due at once: training starts. */
    void restart(long now) {
        due = now;
    }

    /** Nanoseconds until the next step is due; 0 where it is due now. */
    long waitNanos(long now) {
        return stepsPerSecond == TrainingCommand.SetPace.UNLIMITED ? 0 : Math.max(0, due - now);
    }

    /** Whether the next step is so far off that each one is shown as soon as it is taken. */
    boolean showsEachStep(long now) {
        return waitNanos(now) > LONG_WAIT_NANOS;
    }

    /** Makes the step after the one that is taken now due one period later. */
    void stepStarts(long now) {
        if (stepsPerSecond != TrainingCommand.SetPace.UNLIMITED) {
            due = Math.max(due, now - MOST_LATE_NANOS) + (long) (1e9 / stepsPerSecond);
        }
    }
}
