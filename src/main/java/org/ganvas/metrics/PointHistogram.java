package org.ganvas.metrics;

import org.ganvas.data.PointBounds;

/**
 * Histogram of points over the cells of a square grid, with one more cell for all points outside. Immutable; any thread.
 *
 * @param bounds area of the grid
 * @param side cells along each edge, at least 1
 */
public record PointHistogram(PointBounds bounds, int side) {

    /** Number of cells, the one for outside points included. */
    public int cells() {
        return side * side + 1;
    }

    /**
     * Counts of the points; every point is counted once.
     *
     * @param points x and y of each in turn
     * @return row after row from the least y; at the end the count of points outside or with a NaN
     */
    public int[] counts(float[] points) {
        int[] counts = new int[cells()];
        for (int i = 0; i < points.length; i += 2) {
            counts[cell(points[i], points[i + 1])]++;
        }
        return counts;
    }

    /**
     * Probabilities of the cells, none of them 0: a pseudo-count of 0.5 / side&sup2; is added to every cell before
     * normalization.
     */
    public double[] probabilities(float[] points) {
        int[] counts = counts(points);
        double pseudo = 0.5 / (side * side);
        double total = points.length / 2 + pseudo * counts.length;
        double[] probabilities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            probabilities[i] = (counts[i] + pseudo) / total;
        }
        return probabilities;
    }

    private int cell(double x, double y) {
        if (!bounds.contains(x, y)) {
            return side * side;
        }
        return index((y - bounds.bottom()) / bounds.height()) * side + index((x - bounds.left()) / bounds.width());
    }

    private int index(double share) {
        return Math.min(side - 1, (int) (share * side));
    }
}
