package org.ganvas.data;

import java.util.Locale;

/**
 * Axis-parallel rectangle around 2-D points, of a positive width and height. Immutable; any thread.
 *
 * @param left least x
 * @param bottom least y
 * @param right greatest x
 * @param top greatest y
 */
public record PointBounds(double left, double bottom, double right, double top) {

    /** Least side as a share of the longer one; for data in a single point, of its distance from 0 or of 1. */
    private static final double LEAST_RELATIVE_EXTENT = 1e-3;

    public PointBounds {
        if (!(left < right) || !(bottom < top)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a box from (%s, %s) to (%s, %s)", left, bottom, right, top));
        }
    }

    /**
     * Smallest rectangle around points; [-1, 1] x [-1, 1] if no point is finite.
     *
     * @param points x and y of each in turn; those that are not finite are left out
     */
    public static PointBounds around(float[] points) {
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] y = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < points.length; i += 2) {
            if (Float.isFinite(points[i]) && Float.isFinite(points[i + 1])) {
                include(x, points[i]);
                include(y, points[i + 1]);
            }
        }
        if (x[0] > x[1]) {
            return new PointBounds(-1, -1, 1, 1);
        }
        double least = LEAST_RELATIVE_EXTENT * Math.max(extent(x), extent(y));
        widenTo(x, least);
        widenTo(y, least);
        return new PointBounds(x[0], y[0], x[1], y[1]);
    }

    private static void include(double[] range, double value) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
    }

    private static double extent(double[] range) {
        double size = range[1] - range[0];
        double distance = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        return size > 0 ? size : distance > 0 ? distance : 1;
    }

    private static void widenTo(double[] range, double least) {
        if (range[1] - range[0] < least) {
            double middle = (range[0] + range[1]) / 2;
            range[0] = middle - least / 2;
            range[1] = middle + least / 2;
        }
    }

    /** Rectangle of the same centre, with sides longer by a share of their length: 0.1 adds 5 % at either end. */
    public PointBounds enlarged(double share) {
        double x = share * width() / 2;
        double y = share * height() / 2;
        return new PointBounds(left - x, bottom - y, right + x, top + y);
    }

    /** Smallest rectangle around this one and another. */
    public PointBounds union(PointBounds other) {
        return new PointBounds(
                Math.min(left, other.left),
                Math.min(bottom, other.bottom),
                Math.max(right, other.right),
                Math.max(top, other.top));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return top - bottom;
    }

    /** Whether a point lies inside or on the edge; never if a coordinate is not a number. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }
}
