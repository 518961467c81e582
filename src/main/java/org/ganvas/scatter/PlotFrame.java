package org.ganvas.scatter;

/**
 * Plot for a file in a margin with a frame, tick labels on both axes, and counts of the points outside. Immutable; any
 * thread.
 */
final class PlotFrame {

    private static final int MARGIN = 28;

    private final int width;
    private final int height;
    private final int dotSize;
    private final int margin;
    private final double unit;

    /**
     * @param width pixels of the plot itself
     * @param height pixels of the plot itself
     * @param unit scale of marks and texts
     */
    PlotFrame(int width, int height, double unit) {
        this.width = width;
        this.height = height;
        this.unit = unit;
        dotSize = dot(unit);
        margin = MARGIN * dotSize;
    }

    private static int dot(double unit) {
        return Math.max(1, (int) Math.round(2 * unit));
    }

    /** Pixels of the margin at a scale. */
    static int margin(double unit) {
        return MARGIN * dot(unit);
    }

    /** Pixels around the plot. */
    int margin() {
        return margin;
    }

    /** Pixels of a dot of the font. */
    int dot() {
        return dotSize;
    }

    int imageWidth() {
        return width + 2 * margin;
    }

    int imageHeight() {
        return height + 2 * margin;
    }

    /** Pixels of the plot and all around it: opaque ARGB, row after row. */
    int[] render(LayeredPlot layered, ScatterPlotPalette palette) {
        ScatterPlotData scatter = layered.points();
        ScatterPlotViewport viewport = ScatterPlotViewport.around(scatter.bounds(), width, height, scatter.transform());
        int[] plot = new int[width * height];
        FieldPainter.Layer colours =
                layered.colours() == null ? null : new FieldPainter.Layer(layered.colours(), true, false);
        ScatterPlotPainter.paintBackground(viewport, palette, colours, scatter.real(), unit, plot);
        layered.under().paint(viewport, palette, unit, plot);
        PointOverflowCounts overflow =
                ScatterPlotPainter.paintGenerated(viewport, palette, scatter.generated(), unit, plot);
        layered.over().paint(viewport, palette, unit, plot);
        ScatterPlotPainter.paintTrail(viewport, palette, scatter.trail(), unit, plot);
        int[] image = new int[imageWidth() * imageHeight()];
        MarkRasterizer rasterizer = new MarkRasterizer(image, imageWidth(), imageHeight());
        rasterizer.fill(palette.background());
        rasterizer.fillRectangle(margin - 1, margin - 1, width + 2, height + 2, palette.text());
        for (int row = 0; row < height; row++) {
            System.arraycopy(plot, row * width, image, (row + margin) * imageWidth() + margin, width);
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
            PixelBitmapFont.draw(
                    rasterizer,
                    text,
                    middle - PixelBitmapFont.width(text, dotSize) / 2,
                    margin + height + 4 * dotSize,
                    dotSize,
                    palette.text());
        }
        AxisTicks down = viewport.ticksDown(gap);
        for (AxisTicks.Tick tick : down.ticks()) {
            String text = tick.label();
            int middle = margin + (int) Math.round(viewport.down(tick.at()));
            int left = margin - 4 * dotSize - PixelBitmapFont.width(text, dotSize);
            PixelBitmapFont.draw(
                    rasterizer, text, left, middle - PixelBitmapFont.height(dotSize) / 2, dotSize, palette.text());
        }
        drawNotes(rasterizer, across.note(), down.note(), palette);
    }

    /** Draws what is to be done with every label: at the right end below, and at the upper end of the left axis. */
    private void drawNotes(MarkRasterizer rasterizer, String across, String down, ScatterPlotPalette palette) {
        int right = margin + width - PixelBitmapFont.width(across, dotSize);
        PixelBitmapFont.draw(rasterizer, across, right, margin + height + 14 * dotSize, dotSize, palette.text());
        PixelBitmapFont.draw(rasterizer, down, margin, margin - 9 * dotSize, dotSize, palette.text());
    }

    /** Draws the number of points beyond each edge, in the margin where there are no tick labels. */
    private void drawOverflowCounts(
            MarkRasterizer rasterizer, PointOverflowCounts overflow, ScatterPlotPalette palette) {
        int across = imageWidth() / 2;
        int down = imageHeight() / 2;
        int right = margin + width;
        int bottom = margin + height;
        drawCount(rasterizer, overflow.left(), margin + 8 * dotSize, down, palette);
        drawCount(rasterizer, overflow.right(), right + 12 * dotSize, down, palette);
        drawCount(rasterizer, overflow.above(), across, margin - 9 * dotSize, palette);
        drawCount(rasterizer, overflow.below(), right - 12 * dotSize, bottom - 12 * dotSize, palette);
    }

    private void drawCount(MarkRasterizer rasterizer, int count, int x, int y, ScatterPlotPalette palette) {
        if (count > 0) {
            String text = Integer.toString(count);
            PixelBitmapFont.draw(
                    rasterizer, text, x - PixelBitmapFont.width(text, dotSize) / 2, y, dotSize, palette.generated());
        }
    }
}
