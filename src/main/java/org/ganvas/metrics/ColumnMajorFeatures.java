package org.ganvas.metrics;

/**
 * Some rows of features kept column by column, in double: so the products of one row with all of them are loops over
 * neighbours that the compiler vectorises, and a thousand rows stay in the cache. Not to be changed; any thread.
 */
final class ColumnMajorFeatures {

    /** Rows in a block. */
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

    /** Inner products of a row with each. */
    void products(double[] row, double[] target) {
        java.util.Arrays.fill(target, 0, count, 0);
        for (int k = 0; k < row.length; k++) {
            double factor = row[k];
            int start = k * count;
            for (int j = 0; j < count; j++) {
                target[j] += factor * values[start + j];
            }
        }
    }

    /** Squared distances of a row from each; exactly 0 from its equal, because both sums run in the same order. */
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
