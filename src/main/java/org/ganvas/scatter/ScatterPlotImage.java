package org.ganvas.scatter;

import java.util.Locale;

/**
 * Renderer of a square scatter plot for a file, with a margin, a frame, and tick labels on both axes. Immutable; any
 * thread.
 */
public final class ScatterPlotImage {

    /** Smallest side that has space for the tick labels, in pixels. */
    public static final int MIN_SIDE = 200;

    private static final double REFERENCE_SIDE = 640;

    private final int side;

    /**
     * @param side of the image in pixels, at least {@link #MIN_SIDE}
     */
    public ScatterPlotImage(int side) {
        if (side < MIN_SIDE) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A scatter plot of %d pixels is not readable.", side));
        }
        this.side = side;
    }

    public int side() {
        return side;
    }

    /** Pixels of the whole image: opaque ARGB, row after row. */
    public int[] render(ScatterPlotData scatter, ScatterPlotPalette palette) {
        double unit = side / REFERENCE_SIDE;
        int inner = side - 2 * PlotFrame.margin(unit);
        PlotFont font = PlotFont.ofDots(PlotFrame.dot(unit));
        return new PlotFrame(inner, inner, unit, font).render(LayeredPlot.of(scatter), palette);
    }
}
