package org.ganvas.metrics;

/**
 * Distances between the rows of a set, the simplest indicator of whether a generator varies at all. Pure functions; any
 * thread.
 */
public final class PairwiseDistances {

    private PairwiseDistances() {}

    /**
     * Mean distance between two rows of the same label.
     *
     * @param labels one for each row
     * @return NaN where no two rows have the same label
     */
    public static double mean(FeatureMatrix rows, int[] labels) {
        double[] sum = new double[1];
        long[] pairs = new long[1];
        PairwiseDistanceBlocks.forEachRun(rows, rows, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                if (from + j != i && labels[from + j] == labels[i]) {
                    sum[0] += Math.sqrt(Math.max(0, squared[j]));
                    pairs[0]++;
                }
            }
        });
        return pairs[0] == 0 ? Double.NaN : sum[0] / pairs[0];
    }

    /** Median distance from a row to the nearest row of another set. */
    public static double medianNearest(FeatureMatrix rows, FeatureMatrix others) {
        return NearestNeighbourSearch.among(rows, others, 1).medianNearest();
    }

    /** Median distance from a row to the nearest other row of its own set. */
    public static double medianNearest(FeatureMatrix rows) {
        return NearestNeighbourSearch.within(rows, 1).medianNearest();
    }
}
