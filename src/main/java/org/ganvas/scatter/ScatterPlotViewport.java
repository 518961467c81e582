package org.ganvas.scatter;

import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;

/**
 * Visible area of a scatter plot and its mapping to pixels, with the same scale in both directions. Immutable; any thread.
 *
 * @param width in pixels
 * @param height in pixels
 * @param left x at the left edge
 * @param top y at the upper edge
 * @param pixelsPerUnit in both directions
 * @param transform of the points, so that the axes show the user's units
 */
public record ScatterPlotViewport(
        int width, int height, double left, double top, double pixelsPerUnit, PointTransform transform) {

    /** Viewport of points in the user's units, with the given bounds in the middle, as large as they fit. */
    public static ScatterPlotViewport around(PointBounds bounds, int width, int height) {
        return around(bounds, width, height, PointTransform.IDENTITY);
    }

    /** Viewport with the given bounds in the middle, as large as they fit. */
    public static ScatterPlotViewport around(PointBounds bounds, int width, int height, PointTransform transform) {
        double scale = Math.min(width / bounds.width(), height / bounds.height());
        double left = (bounds.left() + bounds.right() - width / scale) / 2;
        double top = (bounds.bottom() + bounds.top() + height / scale) / 2;
        return new ScatterPlotViewport(width, height, left, top, scale, transform);
    }

    /** Distance of an x from the left edge, in pixels. */
    public double across(double x) {
        return (x - left) * pixelsPerUnit;
    }

    /** Distance of a y from the upper edge, in pixels. */
    public double down(double y) {
        return (top - y) * pixelsPerUnit;
    }

    /** The x at a distance from the left edge in pixels. */
    public double xAt(double across) {
        return left + across / pixelsPerUnit;
    }

    /** The y at a distance from the upper edge in pixels. */
    public double yAt(double down) {
        return top - down / pixelsPerUnit;
    }

    /** Whether a point lies inside or on the edge; never if a coordinate is NaN. */
    public boolean contains(double x, double y) {
        double across = across(x);
        double down = down(y);
        return across >= 0 && across <= width && down >= 0 && down <= height;
    }

    /** Ticks along the lower edge, at least {@code leastGap} pixels apart. */
    public AxisTicks ticksAcross(double leastGap) {
        return AxisTicks.between(left, xAt(width), leastGap / pixelsPerUnit, transform.centreX(), transform.scaleX());
    }

    /** Ticks along the left edge, at least {@code leastGap} pixels apart. */
    public AxisTicks ticksDown(double leastGap) {
        return AxisTicks.between(yAt(height), top, leastGap / pixelsPerUnit, transform.centreY(), transform.scaleY());
    }
}
