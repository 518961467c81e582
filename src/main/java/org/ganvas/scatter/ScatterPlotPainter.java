package org.ganvas.scatter;

import org.ganvas.scatter.PointOverflowCounts.Side;
import org.jspecify.annotations.Nullable;

/**
 * Painter of scatter plots in two layers: the background with the real points, and the generated points, which change.
 * Real points are crosses and generated ones dots, so that they can be distinguished without colours. Pure functions over
 * the pixels; any thread.
 */
public final class ScatterPlotPainter {

    /** Least distance of ticks in pixels, at unit 1. */
    public static final double TICK_GAP = 56;

    private static final double DOT = 2.1;
    private static final double DOT_OPACITY = 0.72;
    private static final double CROSS_ARM = 2.6;
    private static final double CROSS_HALF = 0.55;
    private static final double CROSS_OPACITY = 0.8;
    private static final double ARROW = 6;

    private ScatterPlotPainter() {}

    /**
     * Paints the background: a fill, grid lines at the ticks, and the real points.
     *
     * @param viewport visible area
     * @param palette colours
     * @param real x and y of each point in turn
     * @param unit scale of the marks; 1 suits an image of some hundred pixels
     * @param target receives {@code width * height} opaque pixels
     */
    public static void paintBackground(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] real, double unit, int[] target) {
        paintBackground(viewport, palette, null, real, unit, target);
    }

    /**
     * Paints the background with a function of the plane under the grid lines and the real points.
     *
     * @param layer the function; null for none
     */
    public static void paintBackground(
            ScatterPlotViewport viewport,
            ScatterPlotPalette palette,
            FieldPainter.@Nullable Layer layer,
            float[] real,
            double unit,
            int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        rasterizer.fill(palette.background());
        if (layer != null) {
            FieldPainter.paint(viewport, palette, layer, unit, target);
        }
        int thin = (int) Math.max(1, Math.round(unit));
        for (double x : viewport.ticksAcross(TICK_GAP * unit).positions()) {
            rasterizer.fillRectangle(
                    (int) Math.round(viewport.across(x)) - thin / 2, 0, thin, viewport.height(), palette.grid());
        }
        for (double y : viewport.ticksDown(TICK_GAP * unit).positions()) {
            rasterizer.fillRectangle(
                    0, (int) Math.round(viewport.down(y)) - thin / 2, viewport.width(), thin, palette.grid());
        }
        for (int i = 0; i < real.length; i += 2) {
            if (viewport.contains(real[i], real[i + 1])) {
                rasterizer.cross(
                        viewport.across(real[i]),
                        viewport.down(real[i + 1]),
                        CROSS_ARM * unit,
                        CROSS_HALF * unit,
                        palette.real(),
                        CROSS_OPACITY);
            }
        }
    }

    /**
     * Paints generated points over the background: dots inside, arrows at the edge beyond which a point lies.
     *
     * @return counts of the points outside
     */
    public static PointOverflowCounts paintGenerated(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] points, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        for (int i = 0; i < points.length; i += 2) {
            double across = viewport.across(points[i]);
            double down = viewport.down(points[i + 1]);
            Side side = PointOverflowCounts.sideOf(viewport, points[i], points[i + 1]);
            if (side == Side.INSIDE) {
                rasterizer.dot(across, down, DOT * unit, palette.generated(), DOT_OPACITY);
            } else if (side != Side.NOT_A_NUMBER) {
                rasterizer.arrow(
                        Math.max(1, Math.min(viewport.width() - 1.0, across)),
                        Math.max(1, Math.min(viewport.height() - 1.0, down)),
                        side == Side.LEFT ? -1 : side == Side.RIGHT ? 1 : 0,
                        side == Side.ABOVE ? -1 : side == Side.BELOW ? 1 : 0,
                        ARROW * unit,
                        palette.generated());
            }
        }
        return PointOverflowCounts.count(viewport, points);
    }

    /** Paints the path as a line, and a ring at each point of the current latent. */
    public static void paintTrail(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, LatentTrail trail, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        float[] path = trail.path();
        for (int i = 2; i < path.length; i += 2) {
            double fromX = clamped(viewport.across(path[i - 2]), viewport.width());
            double fromY = clamped(viewport.down(path[i - 1]), viewport.height());
            double toX = clamped(viewport.across(path[i]), viewport.width());
            double toY = clamped(viewport.down(path[i + 1]), viewport.height());
            rasterizer.line(fromX, fromY, toX, toY, 0.9 * unit, palette.text());
        }
        float[] current = trail.current();
        for (int i = 0; i < current.length; i += 2) {
            double across = clamped(viewport.across(current[i]), viewport.width());
            double down = clamped(viewport.down(current[i + 1]), viewport.height());
            rasterizer.dot(across, down, 5.5 * unit, palette.background(), 1);
            rasterizer.dot(across, down, 3.2 * unit, palette.generated(), 1);
            rasterizer.ring(across, down, 5.5 * unit, 0.9 * unit, palette.text());
        }
    }

    /** Position limited to a few times the size: a line to a distant point would cost millions of pixels. */
    private static double clamped(double position, int size) {
        return Double.isNaN(position) ? -1000 : Math.max(-size, Math.min(2.0 * size, position));
    }
}
