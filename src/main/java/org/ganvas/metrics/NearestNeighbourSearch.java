package org.ganvas.metrics;

import java.util.Arrays;

/**
 * Squared distances to the nearest rows of a set. Must not be modified; any thread.
 *
 * @param squared for each row the distances to its nearest rows in ascending order; infinite where there are fewer
 */
record NearestNeighbourSearch(double[][] squared) {

    /** Nearest rows within one set; a row is no neighbour of itself. */
    static NearestNeighbourSearch within(FeatureMatrix rows, int k) {
        return of(rows, rows, k, true);
    }

    /** Nearest rows in another set. */
    static NearestNeighbourSearch among(FeatureMatrix rows, FeatureMatrix others, int k) {
        return of(rows, others, k, false);
    }

    private static NearestNeighbourSearch of(FeatureMatrix rows, FeatureMatrix others, int k, boolean same) {
        double[][] nearest = new double[rows.count()][k];
        for (double[] row : nearest) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        PairwiseDistanceBlocks.forEachRun(rows, others, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                if (squared[j] < nearest[i][k - 1] && !(same && from + j == i)) {
                    insert(nearest[i], squared[j]);
                }
            }
        });
        return new NearestNeighbourSearch(nearest);
    }

    private static void insert(double[] sorted, double value) {
        int position = sorted.length - 1;
        while (position > 0 && sorted[position - 1] > value) {
            sorted[position] = sorted[position - 1];
            position--;
        }
        sorted[position] = value;
    }

    /** Squared radius around a row that reaches its k-th neighbour, k from 1. */
    double radius(int row, int k) {
        return squared[row][k - 1];
    }

    /** Median distance to the nearest row, in units of the features. */
    double medianNearest() {
        double[] nearest = Arrays.stream(squared)
                .mapToDouble(row -> Math.sqrt(row[0]))
                .sorted()
                .toArray();
        int middle = nearest.length / 2;
        return nearest.length % 2 == 1 ? nearest[middle] : (nearest[middle - 1] + nearest[middle]) / 2;
    }
}
