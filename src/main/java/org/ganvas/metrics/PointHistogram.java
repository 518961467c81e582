package org.ganvas.metrics;

import org.ganvas.data.PointBounds;

/**
 * Counts points in the cells of a square grid over a box, and all others in one cell more. Immutable; any thread.
 *
 * @param bounds what the grid lies over
 * @param side cells along each edge, at least 1
 */
public record PointHistogram(PointBounds bounds, int side) {

    /** Cells of the grid and the one for all that lies outside. */
    public int cells() {
        return side * side + 1;
    }

    /**
     * Counts every point exactly once.
     *
     * @param points x and y of each in turn
     * @return row after row from the least y, the count of all outside (and of all that is no number) at the end
     */
    public int[] counts(float[] points) {
        int[] counts = new int[cells()];
        for (int i = 0; i < points.length; i += 2) {
            counts[cell(points[i], points[i + 1])]++;
        }
        return counts;
    }

    /**
     * Counts as probabilities, none of them 0: a pseudo-count of 0.5 / side&sup2; is added to every cell before they are
     * made to sum to 1.
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
