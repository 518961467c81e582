package org.ganvas.metrics;

import java.util.Arrays;
import java.util.Locale;

/**
 * Features that a network extracts from images, a row for each image. Must not be modified; any thread.
 *
 * @param values row after row
 * @param width numbers in a row, at least 1
 */
public record FeatureMatrix(float[] values, int width) {

    private static final double MIN_RELATIVE_DEVIATION = 0.1;

    public FeatureMatrix {
        if (width < 1 || values.length == 0 || values.length % width != 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d numbers are not rows of %d", values.length, width));
        }
    }

    /** Number of rows, at least 1. */
    public int count() {
        return values.length / width;
    }

    /** First rows, at most {@code count}. */
    public FeatureMatrix firstRows(int count) {
        return count() <= count ? this : new FeatureMatrix(Arrays.copyOf(values, count * width), width);
    }

    /** Copies a row into an array of the same width. */
    void copyRow(int index, double[] row) {
        for (int k = 0; k < width; k++) {
            row[k] = values[index * width + k];
        }
    }

    /**
     * Features standardised by the mean and deviation of each column. The divisor is at least a tenth of the root mean
     * square of all deviations: a feature that is rarely active would otherwise outweigh all others when it is.
     */
    FeatureMatrix standardised(FeatureMoments moments) {
        double[] deviations = deviations(moments);
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            double deviation = deviations[i % width];
            scaled[i] = deviation == 0 ? 0 : (float) ((values[i] - moments.mean()[i % width]) / deviation);
        }
        return new FeatureMatrix(scaled, width);
    }

    private static double[] deviations(FeatureMoments moments) {
        double[] deviations = new double[moments.mean().length];
        double meanSquare = 0;
        for (int k = 0; k < deviations.length; k++) {
            meanSquare += moments.covariance()[k][k] / deviations.length;
        }
        for (int k = 0; k < deviations.length; k++) {
            deviations[k] =
                    Math.max(Math.sqrt(moments.covariance()[k][k]), MIN_RELATIVE_DEVIATION * Math.sqrt(meanSquare));
        }
        return deviations;
    }

    static void requireSameWidth(FeatureMatrix a, FeatureMatrix b) {
        if (a.width != b.width) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "rows of %d and of %d numbers cannot be compared", a.width, b.width));
        }
    }
}
