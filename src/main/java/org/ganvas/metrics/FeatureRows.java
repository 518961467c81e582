package org.ganvas.metrics;

/**
 * What a network saw in pictures: a row of numbers each. Not to be changed; any thread.
 *
 * @param values row after row
 * @param width numbers a row, at least 1
 */
public record FeatureRows(float[] values, int width) {

    public FeatureRows {
        if (width < 1 || values.length == 0 || values.length % width != 0) {
            throw new IllegalArgumentException("%d numbers are not rows of %d".formatted(values.length, width));
        }
    }

    /** Number of rows, at least 1. */
    public int count() {
        return values.length / width;
    }

    /** The first rows, all where there are no more. */
    public FeatureRows first(int most) {
        return count() <= most ? this : new FeatureRows(java.util.Arrays.copyOf(values, most * width), width);
    }

    double[] row(int index) {
        double[] row = new double[width];
        for (int k = 0; k < width; k++) {
            row[k] = values[index * width + k];
        }
        return row;
    }

    /** Every number less the mean of its column and divided by its deviation; 0 in columns that do not vary. */
    FeatureRows standardised(FeatureMoments moments) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            double deviation = Math.sqrt(moments.covariance()[i % width][i % width]);
            scaled[i] = deviation == 0 ? 0 : (float) ((values[i] - moments.mean()[i % width]) / deviation);
        }
        return new FeatureRows(scaled, width);
    }

    static void requireSameWidth(FeatureRows a, FeatureRows b) {
        if (a.width != b.width) {
            throw new IllegalArgumentException(
                    "rows of %d and of %d numbers cannot be compared".formatted(a.width, b.width));
        }
    }
}
