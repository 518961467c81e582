package org.ganvas.metrics;

import java.util.Arrays;

/**
 * Squared distances to the nearest rows of a set. Pure functions, any thread.
 *
 * @param squared for each row those to its nearest, the nearest first; infinite where there are not so many
 */
record NearestNeighbours(double[][] squared) {

    /** Within one set; nobody is a neighbour of oneself. */
    static NearestNeighbours within(FeatureMatrix rows, int most) {
        return of(rows, rows, most, true);
    }

    /** Of rows in another set. */
    static NearestNeighbours among(FeatureMatrix rows, FeatureMatrix others, int most) {
        return of(rows, others, most, false);
    }

    private static NearestNeighbours of(FeatureMatrix rows, FeatureMatrix others, int most, boolean same) {
        double[][] nearest = new double[rows.count()][most];
        for (double[] row : nearest) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        DistanceBlocks.forEachRun(rows, others, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                if (squared[j] < nearest[i][most - 1] && !(same && from + j == i)) {
                    insert(nearest[i], squared[j]);
                }
            }
        });
        return new NearestNeighbours(nearest);
    }

    private static void insert(double[] sorted, double value) {
        int place = sorted.length - 1;
        while (place > 0 && sorted[place - 1] > value) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = value;
    }

    /** The squared radius around a row that reaches its k-th neighbour, k from 1. */
    double radius(int row, int k) {
        return squared[row][k - 1];
    }

    /** The median distance to the nearest, in units of the features. */
    double medianNearest() {
        double[] nearest = Arrays.stream(squared)
                .mapToDouble(row -> Math.sqrt(row[0]))
                .sorted()
                .toArray();
        int middle = nearest.length / 2;
        return nearest.length % 2 == 1 ? nearest[middle] : (nearest[middle - 1] + nearest[middle]) / 2;
    }
}
