package org.ganvas.session.history;

import java.util.function.IntPredicate;

/**
 * Choice of the checkpoint to drop, so that those kept are dense near the present and sparse long ago, and yet no gap is
 * ever longer than a twentieth of the run. Pure functions, any thread.
 */
public final class CheckpointRetentionPolicy {

    /** Longest gap, relative to the run. */
    public static final double MAX_GAP = 0.05;

    /** With at least so many checkpoints there is always one that can be dropped within {@link #MAX_GAP}. */
    public static final int MIN_CHECKPOINTS = 64;

    /** Gaps are opened only up to here, so that the limit holds until the next checkpoint comes. */
    private static final double TARGET_GAP = 0.04;

    /** Added to ages: the present is (1 + 0.25) / 0.25 = five times as dense as the beginning. */
    private static final double AGE_OFFSET = 0.25;

    private CheckpointRetentionPolicy() {}

    /**
     * The checkpoint to drop.
     *
     * @param steps of all checkpoints, ascending
     * @param pinned those that must stay; the first and the last stay anyway
     * @return its index; -1 if there is none
     */
    public static int leastNeeded(long[] steps, IntPredicate pinned) {
        int found = -1;
        double least = Double.POSITIVE_INFINITY;
        double run = Math.max(1, steps.length == 0 ? 0 : steps[steps.length - 1]);
        for (int i = 1; i < steps.length - 1; i++) {
            double gap = (steps[i + 1] - steps[i - 1]) / run;
            double age = (run - steps[i]) / run;
            double cost = gap / (age + AGE_OFFSET) + (gap > TARGET_GAP ? gap * MIN_CHECKPOINTS : 0);
            if (cost < least && !pinned.test(i)) {
                least = cost;
                found = i;
            }
        }
        return found;
    }
}
