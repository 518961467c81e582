package org.ganvas.data;

import java.util.Locale;

/**
 * Rectangular lattice of 2-D points, whose outermost points lie on the edges of its bounds. Immutable; any thread.
 *
 * @param bounds of the lattice
 * @param columns at least 2
 * @param rows at least 2
 */
public record PointLattice(PointBounds bounds, int columns, int rows) {

    public PointLattice {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "a lattice of %d x %d", columns, rows));
        }
    }

    public int size() {
        return columns * rows;
    }

    /** The x of a column. */
    public double x(int column) {
        return bounds.left() + bounds.width() * column / (columns - 1);
    }

    /** The y of a row; row 0 is at the top. */
    public double y(int row) {
        return bounds.top() - bounds.height() * row / (rows - 1);
    }

    /** The x and y of each point in turn, row by row from the top. */
    public float[] points() {
        return points(0, size());
    }

    /** The x and y of points from an index up to another one. */
    public float[] points(int from, int to) {
        float[] points = new float[2 * (to - from)];
        for (int i = from; i < to; i++) {
            points[2 * (i - from)] = (float) x(i % columns);
            points[2 * (i - from) + 1] = (float) y(i / columns);
        }
        return points;
    }

    /** Column of an x, with a fraction. */
    public double column(double x) {
        return (x - bounds.left()) / bounds.width() * (columns - 1);
    }

    /** Row of a y, with a fraction. */
    public double row(double y) {
        return (bounds.top() - y) / bounds.height() * (rows - 1);
    }

    /**
     * Value at a place, bilinear between the lattice points; NaN outside the lattice.
     *
     * @param values one for each point
     */
    public double interpolate(float[] values, double x, double y) {
        double column = column(x);
        double row = row(y);
        if (!(column >= 0 && column <= columns - 1 && row >= 0 && row <= rows - 1)) {
            return Double.NaN;
        }
        int left = (int) Math.min(column, columns - 2.0);
        int upper = (int) Math.min(row, rows - 2.0);
        double across = column - left;
        double down = row - upper;
        int at = upper * columns + left;
        int below = at + columns;
        return (values[at] * (1 - across) + values[at + 1] * across) * (1 - down)
                + (values[below] * (1 - across) + values[below + 1] * across) * down;
    }
}
