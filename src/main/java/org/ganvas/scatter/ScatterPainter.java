package org.ganvas.scatter;

import org.ganvas.scatter.OverflowCounts.Side;

/**
 * Paints a scatter in two layers: what stays, and what changes with every picture. Real points are crosses, generated ones
 * dots, so that the colours are not needed to tell them apart. Pure functions over the pixels, any thread.
 */
public final class ScatterPainter {

    /** Pixels between ticks, at least, at unit 1. */
    public static final double TICK_GAP = 56;

    private static final double DOT = 2.1;
    private static final double DOT_OPACITY = 0.72;
    private static final double CROSS_ARM = 2.6;
    private static final double CROSS_HALF = 0.55;
    private static final double CROSS_OPACITY = 0.8;
    private static final double ARROW = 6;

    private ScatterPainter() {}

    /**
     * Paints what stays: the ground, grid lines at the ticks, and the real points.
     *
     * @param frame what is shown
     * @param inks the colours
     * @param real x and y of each point in turn
     * @param unit how large marks are; 1 suits a picture of some hundred pixels
     * @param target receives {@code width * height} opaque pixels
     */
    public static void paintBackground(ScatterViewport frame, ScatterPalette inks, float[] real, double unit, int[] target) {
        MarkRasterizer brush = new MarkRasterizer(target, frame.width(), frame.height());
        brush.fill(inks.background());
        int thin = (int) Math.max(1, Math.round(unit));
        for (double x : frame.ticksAcross(TICK_GAP * unit).values()) {
            brush.fillRectangle((int) Math.round(frame.across(x)) - thin / 2, 0, thin, frame.height(), inks.grid());
        }
        for (double y : frame.ticksDown(TICK_GAP * unit).values()) {
            brush.fillRectangle(0, (int) Math.round(frame.down(y)) - thin / 2, frame.width(), thin, inks.grid());
        }
        for (int i = 0; i < real.length; i += 2) {
            if (frame.contains(real[i], real[i + 1])) {
                brush.cross(
                        frame.across(real[i]),
                        frame.down(real[i + 1]),
                        CROSS_ARM * unit,
                        CROSS_HALF * unit,
                        inks.real(),
                        CROSS_OPACITY);
            }
        }
    }

    /**
     * Paints generated points over what is there: dots inside, arrows at the edge beyond which a point lies.
     *
     * @return how many lie outside
     */
    public static OverflowCounts paintGenerated(
            ScatterViewport frame, ScatterPalette inks, float[] points, double unit, int[] target) {
        MarkRasterizer brush = new MarkRasterizer(target, frame.width(), frame.height());
        for (int i = 0; i < points.length; i += 2) {
            double across = frame.across(points[i]);
            double down = frame.down(points[i + 1]);
            Side side = OverflowCounts.sideOf(frame, points[i], points[i + 1]);
            if (side == Side.INSIDE) {
                brush.dot(across, down, DOT * unit, inks.generated(), DOT_OPACITY);
            } else if (side != Side.NOT_A_NUMBER) {
                brush.arrow(
                        Math.max(1, Math.min(frame.width() - 1.0, across)),
                        Math.max(1, Math.min(frame.height() - 1.0, down)),
                        side == Side.LEFT ? -1 : side == Side.RIGHT ? 1 : 0,
                        side == Side.ABOVE ? -1 : side == Side.BELOW ? 1 : 0,
                        ARROW * unit,
                        inks.generated());
            }
        }
        return OverflowCounts.count(frame, points);
    }

    /** Paints a way through the plane as a line, and a ring at the point in the hand. */
    public static void paintTrail(
            ScatterViewport frame, ScatterPalette inks, LatentTrail trace, double unit, int[] target) {
        MarkRasterizer brush = new MarkRasterizer(target, frame.width(), frame.height());
        float[] path = trace.path();
        for (int i = 2; i < path.length; i += 2) {
            double fromX = clamped(frame.across(path[i - 2]), frame.width());
            double fromY = clamped(frame.down(path[i - 1]), frame.height());
            double toX = clamped(frame.across(path[i]), frame.width());
            double toY = clamped(frame.down(path[i + 1]), frame.height());
            brush.line(fromX, fromY, toX, toY, 0.9 * unit, inks.text());
        }
        float[] hand = trace.current();
        for (int i = 0; i < hand.length; i += 2) {
            double across = clamped(frame.across(hand[i]), frame.width());
            double down = clamped(frame.down(hand[i + 1]), frame.height());
            brush.dot(across, down, 5.5 * unit, inks.background(), 1);
            brush.dot(across, down, 3.2 * unit, inks.generated(), 1);
            brush.ring(across, down, 5.5 * unit, 0.9 * unit, inks.text());
        }
    }

    /** A line to a point far away is not worth millions of pixels. */
    private static double clamped(double place, int size) {
        return Double.isNaN(place) ? -1000 : Math.max(-size, Math.min(2.0 * size, place));
    }
}
