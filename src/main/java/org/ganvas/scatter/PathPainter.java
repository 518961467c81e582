package org.ganvas.scatter;

import java.util.List;

/** Painter of the paths of points through training, and of the places they had before. Pure functions; any thread. */
public final class PathPainter {

    private static final double HALF = 0.6;

    /** Opacity of the newest part of a path. */
    private static final double NEW = 0.75;

    /** Opacity of the oldest part: of thousands of steps it would hide all else if it were as strong. */
    private static final double OLD = 0.04;

    private static final double RING = 3.4;
    private static final double LATENT = 2.4;
    private static final double LATENT_OPACITY = 0.85;

    private PathPainter() {}

    /**
     * Paints each path as a line from its first place to its last, the paler the older.
     *
     * @param paths x and y of each place in turn
     */
    public static void paint(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, List<float[]> paths, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        for (float[] path : paths) {
            for (int i = 2; i < path.length; i += 2) {
                line(
                        rasterizer,
                        viewport,
                        new Segment(path[i - 2], path[i - 1], path[i], path[i + 1]),
                        HALF * unit,
                        palette.text(),
                        opacity((i + 2.0) / path.length));
            }
            if (path.length > 1 && viewport.contains(path[path.length - 2], path[path.length - 1])) {
                rasterizer.dot(
                        viewport.across(path[path.length - 2]),
                        viewport.down(path[path.length - 1]),
                        RING * unit,
                        palette.generated(),
                        1);
            }
        }
    }

    /** Opacity at a share of a path. */
    private static double opacity(double share) {
        return OLD + (NEW - OLD) * share * share * share;
    }

    /** Paints closed outlines, for example of a tool. */
    public static void paintOutlines(
            ScatterPlotViewport viewport,
            ScatterPlotPalette palette,
            List<float[]> outlines,
            double unit,
            int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        for (float[] outline : outlines) {
            for (int i = 2; i < outline.length; i += 2) {
                line(
                        rasterizer,
                        viewport,
                        new Segment(outline[i - 2], outline[i - 1], outline[i], outline[i + 1]),
                        HALF * unit,
                        palette.text(),
                        1);
            }
        }
    }

    /** Paints pale rings where points were before. */
    public static void paintBefore(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] points, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        int colour = FieldPainter.mixed(palette.background(), palette.generated(), 0.55);
        for (int i = 0; i < points.length; i += 2) {
            if (viewport.contains(points[i], points[i + 1])) {
                rasterizer.ring(
                        viewport.across(points[i]), viewport.down(points[i + 1]), RING * unit, 0.4 * unit, colour);
            }
        }
    }

    /** Paints latents as dots that are neither real nor generated. */
    public static void paintLatents(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] points, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        for (int i = 0; i < points.length; i += 2) {
            if (viewport.contains(points[i], points[i + 1])) {
                rasterizer.dot(
                        viewport.across(points[i]),
                        viewport.down(points[i + 1]),
                        LATENT * unit,
                        palette.text(),
                        LATENT_OPACITY);
            }
        }
    }

    /** Draws a line in units of the data, as far as it can be seen: a line far outside would cost millions of pixels. */
    static void line(
            MarkRasterizer rasterizer,
            ScatterPlotViewport viewport,
            Segment segment,
            double half,
            int colour,
            double opacity) {
        if (viewport.contains(segment.fromX(), segment.fromY()) || viewport.contains(segment.toX(), segment.toY())) {
            rasterizer.line(
                    clamped(viewport.across(segment.fromX()), viewport.width()),
                    clamped(viewport.down(segment.fromY()), viewport.height()),
                    clamped(viewport.across(segment.toX()), viewport.width()),
                    clamped(viewport.down(segment.toY()), viewport.height()),
                    half,
                    colour,
                    opacity);
        }
    }

    /** A line from one point to another. */
    record Segment(double fromX, double fromY, double toX, double toY) {}

    private static double clamped(double position, int size) {
        return Math.max(-size, Math.min(2.0 * size, position));
    }
}
