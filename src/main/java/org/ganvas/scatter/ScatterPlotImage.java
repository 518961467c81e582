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
    private final int dotSize;
    private final int margin;
    private final double unit;

    /**
     * @param side of the image in pixels, at least {@link #MIN_SIDE}
     */
    public ScatterPlotImage(int side) {
        if (side < MIN_SIDE) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A scatter plot of %d pixels is not readable.", side));
        }
        this.side = side;
        unit = side / REFERENCE_SIDE;
        dotSize = Math.max(1, (int) Math.round(2 * unit));
        margin = 28 * dotSize;
    }

    public int side() {
        return side;
    }

    /** Pixels of the whole image: opaque ARGB, row after row. */
    public int[] render(ScatterPlotData scatter, ScatterPlotPalette palette) {
        int inner = side - 2 * margin;
        ScatterPlotViewport viewport = ScatterPlotViewport.around(scatter.bounds(), inner, inner, scatter.transform());
        int[] plot = new int[inner * inner];
        ScatterPlotPainter.paintBackground(viewport, palette, scatter.real(), unit, plot);
        PointOverflowCounts overflow =
                ScatterPlotPainter.paintGenerated(viewport, palette, scatter.generated(), unit, plot);
        ScatterPlotPainter.paintTrail(viewport, palette, scatter.trail(), unit, plot);
        int[] image = new int[side * side];
        MarkRasterizer rasterizer = new MarkRasterizer(image, side, side);
        rasterizer.fill(palette.background());
        rasterizer.fillRectangle(margin - 1, margin - 1, inner + 2, inner + 2, palette.text());
        for (int row = 0; row < inner; row++) {
            System.arraycopy(plot, row * inner, image, (row + margin) * side + margin, inner);
        }
        drawAxes(rasterizer, viewport, palette);
        drawOverflowCounts(rasterizer, overflow, palette);
        return image;
    }

    private void drawAxes(MarkRasterizer rasterizer, ScatterPlotViewport viewport, ScatterPlotPalette palette) {
        double gap = ScatterPlotPainter.TICK_GAP * unit;
        AxisTicks across = viewport.ticksAcross(gap);
        for (AxisTicks.Tick tick : across.ticks()) {
            String text = tick.label();
            int middle = margin + (int) Math.round(viewport.across(tick.at()));
            PixelDigitFont.draw(
                    rasterizer,
                    text,
                    middle - PixelDigitFont.width(text, dotSize) / 2,
                    side - margin + 4 * dotSize,
                    dotSize,
                    palette.text());
        }
        AxisTicks down = viewport.ticksDown(gap);
        for (AxisTicks.Tick tick : down.ticks()) {
            String text = tick.label();
            int middle = margin + (int) Math.round(viewport.down(tick.at()));
            int left = margin - 4 * dotSize - PixelDigitFont.width(text, dotSize);
            PixelDigitFont.draw(
                    rasterizer, text, left, middle - PixelDigitFont.height(dotSize) / 2, dotSize, palette.text());
        }
        drawNotes(rasterizer, across.note(), down.note(), palette);
    }

    /** Draws what is to be done with every label: at the right end below, and at the upper end of the left axis. */
    private void drawNotes(MarkRasterizer rasterizer, String across, String down, ScatterPlotPalette palette) {
        int right = side - margin - PixelDigitFont.width(across, dotSize);
        PixelDigitFont.draw(rasterizer, across, right, side - margin + 14 * dotSize, dotSize, palette.text());
        PixelDigitFont.draw(rasterizer, down, margin, margin - 9 * dotSize, dotSize, palette.text());
    }

    /** Draws the number of points beyond each edge, in the margin where there are no tick labels. */
    private void drawOverflowCounts(
            MarkRasterizer rasterizer, PointOverflowCounts overflow, ScatterPlotPalette palette) {
        int middle = side / 2;
        drawCount(rasterizer, overflow.left(), margin + 8 * dotSize, middle, palette);
        drawCount(rasterizer, overflow.right(), side - margin + 12 * dotSize, middle, palette);
        drawCount(rasterizer, overflow.above(), middle, margin - 9 * dotSize, palette);
        drawCount(rasterizer, overflow.below(), side - margin - 12 * dotSize, side - margin - 12 * dotSize, palette);
    }

    private void drawCount(MarkRasterizer rasterizer, int count, int x, int y, ScatterPlotPalette palette) {
        if (count > 0) {
            String text = Integer.toString(count);
            PixelDigitFont.draw(
                    rasterizer, text, x - PixelDigitFont.width(text, dotSize) / 2, y, dotSize, palette.generated());
        }
    }
}
