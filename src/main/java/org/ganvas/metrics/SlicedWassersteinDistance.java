package org.ganvas.metrics;

import java.util.Arrays;
import java.util.Locale;

/**
 * Sliced Wasserstein distance of two 2-D point clouds (Rabin et al. 2011): both are projected on many directions, and in
 * one dimension the optimal transport is in sorted order. In two dimensions evenly spaced directions are better than random
 * ones, so the result is a function of the points alone. Pure functions; any thread.
 */
public final class SlicedWassersteinDistance {

    private static final int DIRECTIONS = 128;

    private SlicedWassersteinDistance() {}

    /**
     * Sliced W1, the mean transport distance, in the units of the points.
     *
     * @param a x and y of each point in turn
     * @param b as many points
     */
    public static double w1(float[] a, float[] b) {
        return mean(a, b, 1);
    }

    /** Sliced W2, the root of the mean squared transport distance, in the units of the points; |c| / root 2 if b = a + c. */
    public static double w2(float[] a, float[] b) {
        return Math.sqrt(mean(a, b, 2));
    }

    private static double mean(float[] a, float[] b, int power) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d and %d points cannot be paired", a.length / 2, b.length / 2));
        }
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = Math.PI * (i + 0.5) / DIRECTIONS;
            double[] onA = sortedProjection(a, angle);
            double[] onB = sortedProjection(b, angle);
            for (int j = 0; j < onA.length; j++) {
                double distance = Math.abs(onA[j] - onB[j]);
                sum += power == 1 ? distance : distance * distance;
            }
        }
        return sum / DIRECTIONS / (a.length / 2);
    }

    private static double[] sortedProjection(float[] points, double angle) {
        double x = Math.cos(angle);
        double y = Math.sin(angle);
        double[] projection = new double[points.length / 2];
        for (int i = 0; i < projection.length; i++) {
            projection[i] = x * points[2 * i] + y * points[2 * i + 1];
        }
        Arrays.sort(projection);
        return projection;
    }
}
