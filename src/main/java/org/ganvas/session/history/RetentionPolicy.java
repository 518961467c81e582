package org.ganvas.session.history;

import java.util.function.IntPredicate;

/**
 * Which moment a run can best do without, so that what is kept is dense near the present and sparse long ago, and yet no
 * two neighbours are ever further apart than a twentieth of the run. Pure functions, any thread.
 */
public final class RetentionPolicy {

    /** No gap is longer than this part of the run. */
    public static final double MAX_GAP = 0.05;

    /** With at least so many moments there is always one that may go without breaking the law. */
    public static final int MIN_CHECKPOINTS = 64;

    /** A gap is made only up to here, so that the law holds until the next moment comes. */
    private static final double TARGET_GAP = 0.04;

    /** How much denser the present is than the beginning: five times. */
    private static final double AGE_OFFSET = 0.25;

    private RetentionPolicy() {}

    /**
     * Chooses one to give up.
     *
     * @param steps of all moments, ascending
     * @param held those that must stay whatever happens; the first and the last stay anyway
     * @return its index; -1 if there is none
     */
    public static int leastNeeded(long[] steps, IntPredicate held) {
        int found = -1;
        double least = Double.POSITIVE_INFINITY;
        double run = Math.max(1, steps.length == 0 ? 0 : steps[steps.length - 1]);
        for (int i = 1; i < steps.length - 1; i++) {
            double gap = (steps[i + 1] - steps[i - 1]) / run;
            double age = (run - steps[i]) / run;
            double cost = gap / (age + AGE_OFFSET) + (gap > TARGET_GAP ? gap * MIN_CHECKPOINTS : 0);
            if (cost < least && !held.test(i)) {
                least = cost;
                found = i;
            }
        }
        return found;
    }
}
