package org.ganvas.metrics;

/**
 * How far the rows of a set lie from one another: the plainest sign of whether a generator varies at all. Pure functions,
 * any thread.
 */
public final class PairwiseDistances {

    private PairwiseDistances() {}

    /**
     * The mean distance between two rows of one label.
     *
     * @param labels one a row
     * @return not a number where no two rows have the same label
     */
    public static double mean(FeatureMatrix rows, int[] labels) {
        double[] sum = new double[1];
        long[] pairs = new long[1];
        DistanceBlocks.forEachRun(rows, rows, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                if (from + j != i && labels[from + j] == labels[i]) {
                    sum[0] += Math.sqrt(Math.max(0, squared[j]));
                    pairs[0]++;
                }
            }
        });
        return pairs[0] == 0 ? Double.NaN : sum[0] / pairs[0];
    }

    /** The median distance from a row to the nearest of another set. */
    public static double medianNearest(FeatureMatrix rows, FeatureMatrix others) {
        return NearestNeighbours.among(rows, others, 1).medianNearest();
    }

    /** The median distance from a row to the nearest other row of its own set. */
    public static double medianNearest(FeatureMatrix rows) {
        return NearestNeighbours.within(rows, 1).medianNearest();
    }
}
