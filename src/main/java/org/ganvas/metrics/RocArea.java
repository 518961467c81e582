package org.ganvas.metrics;

import java.util.Arrays;

/**
 * Area under the receiver operating characteristic of a score: the probability that a random positive has a higher score
 * than a random negative, ties counting a half (Hanley and McNeil 1982). Pure functions; any thread.
 */
public final class RocArea {

    private RocArea() {}

    /**
     * The area.
     *
     * @param negatives scores of what should score low
     * @param positives scores of what should score high
     * @return 0 to 1, 0.5 for a score that says nothing; NaN where either is empty
     */
    public static double of(double[] negatives, double[] positives) {
        if (negatives.length == 0 || positives.length == 0) {
            return Double.NaN;
        }
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double positive : positives) {
            int below = firstNotBelow(sorted, positive, false);
            int notAbove = firstNotBelow(sorted, positive, true);
            wins += below + (notAbove - below) / 2.0;
        }
        return wins / ((double) negatives.length * positives.length);
    }

    /** Number of sorted values below a value, or not above it. */
    private static int firstNotBelow(double[] sorted, double value, boolean equalToo) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = equalToo ? sorted[middle] <= value : sorted[middle] < value;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
