package org.ganvas.view.chart;

import java.util.Arrays;

/**
 * Vertical extent of a thin polyline in each column of pixels. A noisy curve drawn as a stroke takes half a core of the
 * software renderer; drawn as vertical bars it looks the same and costs almost nothing. Confined to one thread.
 */
final class PixelColumnExtents {

    private final double[] top;
    private final double[] bottom;

    PixelColumnExtents(int columns) {
        top = new double[columns];
        bottom = new double[columns];
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
    }

    /** Adds the segment between two points, given left to right; parts outside the columns are ignored. */
    void cover(double x0, double y0, double x1, double y1) {
        int first = (int) Math.max(0, Math.floor(x0));
        int last = (int) Math.min(top.length - 1, Math.floor(x1));
        for (int column = first; column <= last; column++) {
            double from = Math.max(x0, column);
            double to = Math.min(x1, column + 1);
            include(column, at(from, x0, y0, x1, y1));
            include(column, at(to, x0, y0, x1, y1));
            if (x1 <= x0) {
                include(column, y1);
            }
        }
    }

    private static double at(double x, double x0, double y0, double x1, double y1) {
        return x1 <= x0 ? y0 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }

    private void include(int column, double y) {
        top[column] = Math.min(top[column], y);
        bottom[column] = Math.max(bottom[column], y);
    }

    boolean isEmpty(int column) {
        return top[column] > bottom[column];
    }

    /** Topmost pixel row of a column that is not empty. */
    double top(int column) {
        return Math.floor(top[column]);
    }

    /** Number of pixel rows of a column that is not empty, at least 1. */
    double height(int column) {
        return Math.max(1, Math.ceil(bottom[column]) - top(column));
    }
}
