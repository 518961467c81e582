package org.ganvas.scatter;

/**
 * Counts of the points outside a viewport, by the edge that each is furthest beyond. Immutable; any thread.
 *
 * @param left beyond the left edge
 * @param right beyond the right edge
 * @param above beyond the upper edge
 * @param below beyond the lower edge
 * @param notANumber with a NaN coordinate
 */
public record PointOverflowCounts(int left, int right, int above, int below, int notANumber) {

    /** Position of a point relative to the viewport. */
    enum Side {
        INSIDE,
        LEFT,
        RIGHT,
        ABOVE,
        BELOW,
        NOT_A_NUMBER
    }

    static Side sideOf(ScatterPlotViewport viewport, double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Side.NOT_A_NUMBER;
        }
        if (viewport.contains(x, y)) {
            return Side.INSIDE;
        }
        double left = -viewport.across(x);
        double right = viewport.across(x) - viewport.width();
        double above = -viewport.down(y);
        double below = viewport.down(y) - viewport.height();
        double most = Math.max(Math.max(left, right), Math.max(above, below));
        return most == left ? Side.LEFT : most == right ? Side.RIGHT : most == above ? Side.ABOVE : Side.BELOW;
    }

    /** Counts of points, x and y of each in turn. */
    public static PointOverflowCounts count(ScatterPlotViewport viewport, float[] points) {
        int[] counts = new int[Side.values().length];
        for (int i = 0; i < points.length; i += 2) {
            counts[sideOf(viewport, points[i], points[i + 1]).ordinal()]++;
        }
        return new PointOverflowCounts(
                counts[Side.LEFT.ordinal()],
                counts[Side.RIGHT.ordinal()],
                counts[Side.ABOVE.ordinal()],
                counts[Side.BELOW.ordinal()],
                counts[Side.NOT_A_NUMBER.ordinal()]);
    }
}
