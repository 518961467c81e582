package org.ganvas.scatter;

import org.ganvas.data.PointBounds;

/**
 * The part of the plane that a picture of some pixels shows, with equal units in both directions. Immutable; any thread.
 *
 * @param width pixels
 * @param height pixels
 * @param left x at the left edge
 * @param top y at the upper edge
 * @param pixelsPerUnit in both directions
 */
public record ScatterViewport(int width, int height, double left, double top, double pixelsPerUnit) {

    /** Shows a box in the middle, as large as it fits; what is left of the room shows more of the plane. */
    public static ScatterViewport around(PointBounds box, int width, int height) {
        double scale = Math.min(width / box.width(), height / box.height());
        double left = (box.left() + box.right() - width / scale) / 2;
        double top = (box.bottom() + box.top() + height / scale) / 2;
        return new ScatterViewport(width, height, left, top, scale);
    }

    /** Pixels from the left edge. */
    public double across(double x) {
        return (x - left) * pixelsPerUnit;
    }

    /** Pixels from the upper edge. */
    public double down(double y) {
        return (top - y) * pixelsPerUnit;
    }

    /** The x of a place so many pixels from the left edge. */
    public double xAt(double across) {
        return left + across / pixelsPerUnit;
    }

    /** The y of a place so many pixels from the upper edge. */
    public double yAt(double down) {
        return top - down / pixelsPerUnit;
    }

    /** Whether a point lies inside the picture; never if a coordinate is not a number. */
    public boolean contains(double x, double y) {
        double across = across(x);
        double down = down(y);
        return across >= 0 && across <= width && down >= 0 && down <= height;
    }

    /** Ticks along the lower edge, at least so many pixels apart. */
    public AxisTicks ticksAcross(double leastGap) {
        return AxisTicks.between(left, xAt(width), leastGap / pixelsPerUnit);
    }

    /** Ticks along the left edge, at least so many pixels apart. */
    public AxisTicks ticksDown(double leastGap) {
        return AxisTicks.between(yAt(height), top, leastGap / pixelsPerUnit);
    }
}
