package org.ganvas.session.threads;

import java.util.Arrays;

/**
 * Detector of slow steps: compares the median of the latest steps with the best median since the number of threads was
 * chosen. Has no clock of its own. The training thread's.
 */
final class SlowdownDetector {

    private static final double SLOWER = 1.6;
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    /** Least time and steps of a median. */
    private static final long SPAN_NANOS = 500_000_000L;

    private static final int LEAST_STEPS = 7;
    private static final int MOST_STEPS = 64;

    private final long[] nanos = new long[MOST_STEPS];
    private int count;
    private long span;
    private long best = Long.MAX_VALUE;
    private long slowFor;

    /** Starts anew: other networks, or another number of threads. */
    void restart() {
        count = 0;
        span = 0;
        best = Long.MAX_VALUE;
        slowFor = 0;
    }

    /** Counts a step. */
    void stepTaken(long stepNanos) {
        nanos[count % MOST_STEPS] = stepNanos;
        count++;
        span += stepNanos;
        if (span < SPAN_NANOS || count < LEAST_STEPS) {
            return;
        }
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, MOST_STEPS));
        Arrays.sort(sorted);
        long median = sorted[sorted.length / 2];
        slowFor = median > SLOWER * best ? slowFor + span : 0;
        best = Math.min(best, median);
        count = 0;
        span = 0;
    }

    /** Whether steps have been slow for some seconds of training. */
    boolean slow() {
        return slowFor >= PATIENCE_NANOS;
    }
}
