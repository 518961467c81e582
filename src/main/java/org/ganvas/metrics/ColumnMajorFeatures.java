package org.ganvas.metrics;

import java.util.Arrays;

/**
 * Block of rows of features, stored column by column in double precision: the products of one row with all of them are
 * loops over adjacent numbers that the compiler vectorizes, and a thousand rows stay in the cache. Immutable; any thread.
 */
final class ColumnMajorFeatures {

    /** Greatest number of rows in a block. */
    static final int BLOCK = 1000;

    private final double[] values;
    private final double[] squares;
    private final int count;

    ColumnMajorFeatures(FeatureMatrix rows, int from, int to) {
        count = to - from;
        values = new double[count * rows.width()];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < rows.width(); k++) {
                values[k * count + j] = rows.values()[(from + j) * rows.width() + k];
            }
        }
        squares = new double[count];
        for (int i = 0; i < values.length; i++) {
            squares[i % count] += values[i] * values[i];
        }
    }

    int count() {
        return count;
    }

    /** Inner products of a row with each row of the block. */
    void products(double[] row, double[] target) {
        Arrays.fill(target, 0, count, 0);
        for (int k = 0; k < row.length; k++) {
            double factor = row[k];
            int start = k * count;
            for (int j = 0; j < count; j++) {
                target[j] += factor * values[start + j];
            }
        }
    }

    /** Squared distances of a row from each row; exactly 0 for an equal row, because both sums run in the same order. */
    void squaredDistances(double[] row, double[] target) {
        products(row, target);
        double square = 0;
        for (double value : row) {
            square += value * value;
        }
        for (int j = 0; j < count; j++) {
            target[j] = Math.max(0, square + squares[j] - 2 * target[j]);
        }
    }
}
