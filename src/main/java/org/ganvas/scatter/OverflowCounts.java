package org.ganvas.scatter;

/**
 * Points that a frame does not show, counted at the edge that each is furthest beyond. Immutable; any thread.
 *
 * @param left at the left edge
 * @param right at the right edge
 * @param above at the upper edge
 * @param below at the lower edge
 * @param notANumber with a coordinate that is no number
 */
public record OverflowCounts(int left, int right, int above, int below, int notANumber) {

    /** Where a point lies. */
    enum Side {
        INSIDE,
        LEFT,
        RIGHT,
        ABOVE,
        BELOW,
        NOT_A_NUMBER
    }

    static Side sideOf(ScatterViewport frame, double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Side.NOT_A_NUMBER;
        }
        if (frame.contains(x, y)) {
            return Side.INSIDE;
        }
        double left = -frame.across(x);
        double right = frame.across(x) - frame.width();
        double above = -frame.down(y);
        double below = frame.down(y) - frame.height();
        double most = Math.max(Math.max(left, right), Math.max(above, below));
        return most == left ? Side.LEFT : most == right ? Side.RIGHT : most == above ? Side.ABOVE : Side.BELOW;
    }

    /** Counts points, x and y of each in turn. */
    public static OverflowCounts count(ScatterViewport frame, float[] points) {
        int[] counts = new int[Side.values().length];
        for (int i = 0; i < points.length; i += 2) {
            counts[sideOf(frame, points[i], points[i + 1]).ordinal()]++;
        }
        return new OverflowCounts(
                counts[Side.LEFT.ordinal()],
                counts[Side.RIGHT.ordinal()],
                counts[Side.ABOVE.ordinal()],
                counts[Side.BELOW.ordinal()],
                counts[Side.NOT_A_NUMBER.ordinal()]);
    }
}
