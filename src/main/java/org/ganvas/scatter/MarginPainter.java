package org.ganvas.scatter;

/** Painter of the distributions of real and generated points along the axes, at the upper and the right edge. Pure functions; any thread. */
public final class MarginPainter {

    private static final int BINS = 96;

    /** Height of the tallest bar as a share of the plot. */
    private static final double HEIGHT = 0.11;

    private static final double OPACITY = 0.45;
    private static final double GROUND = 0.72;

    private MarginPainter() {}

    /** Paints both distributions on both axes, all bars in one scale. */
    public static void paint(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] real, float[] generated, int[] target) {
        double[][] shares = {
            shares(viewport, real, 0),
            shares(viewport, generated, 0),
            shares(viewport, real, 1),
            shares(viewport, generated, 1)
        };
        double most = 1e-9;
        for (double[] each : shares) {
            for (double share : each) {
                most = Math.max(most, share);
            }
        }
        int high = (int) Math.round(HEIGHT * Math.min(viewport.width(), viewport.height()));
        for (int along = 0; along < viewport.width(); along++) {
            int bin = along * BINS / viewport.width();
            for (int up = 0; up < high; up++) {
                int at = (high - 1 - up) * viewport.width() + along;
                target[at] = pixel(palette, target[at], shares[0][bin], shares[1][bin], most * (up + 0.5) / high);
            }
        }
        for (int along = high; along < viewport.height(); along++) {
            int bin = along * BINS / viewport.height();
            for (int up = 0; up < high; up++) {
                int at = along * viewport.width() + viewport.width() - high + up;
                target[at] = pixel(palette, target[at], shares[2][bin], shares[3][bin], most * (up + 0.5) / high);
            }
        }
    }

    private static int pixel(ScatterPlotPalette palette, int under, double real, double generated, double level) {
        int pixel = FieldPainter.mixed(under, palette.background(), GROUND);
        if (real > level) {
            pixel = FieldPainter.mixed(pixel, palette.real(), OPACITY);
        }
        return generated > level ? FieldPainter.mixed(pixel, palette.generated(), OPACITY) : pixel;
    }

    /**
     * Shares of the points by bin.
     *
     * @param axis 0 for x from the left, 1 for y from the top
     */
    static double[] shares(ScatterPlotViewport viewport, float[] points, int axis) {
        double[] shares = new double[BINS];
        int size = axis == 0 ? viewport.width() : viewport.height();
        for (int i = 0; i < points.length; i += 2) {
            double at = axis == 0 ? viewport.across(points[i]) : viewport.down(points[i + 1]);
            if (at >= 0 && at < size) {
                shares[(int) (at * BINS / size)] += 2.0 / points.length;
            }
        }
        return shares;
    }
}
