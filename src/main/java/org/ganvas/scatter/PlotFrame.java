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
    private final PlotFont font;

    /**
     * @param width pixels of the plot itself
     * @param height pixels of the plot itself
     * @param unit scale of marks and texts
     * @param font of the numbers
     */
    PlotFrame(int width, int height, double unit, PlotFont font) {
        this.width = width;
        this.height = height;
        this.unit = unit;
        this.font = font;
        dotSize = dot(unit);
        margin = MARGIN * dotSize;
    }

    /** Pixels of a dot of the font of dots at a scale. */
    static int dot(double unit) {
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

    /** Least length of what is drawn around the plot, in pixels. */
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
        drawAxes(image, viewport, palette);
        drawOverflowCounts(image, overflow, palette);
        return image;
    }

    private void drawAxes(int[] image, ScatterPlotViewport viewport, ScatterPlotPalette palette) {
        double gap = ScatterPlotPainter.TICK_GAP * unit;
        AxisTicks across = viewport.ticksAcross(gap);
        for (AxisTicks.Tick tick : across.ticks()) {
            int middle = margin + (int) Math.round(viewport.across(tick.at()));
            int left = middle - font.width(tick.label()) / 2;
            draw(image, tick.label(), left, margin + height + 4 * dotSize, palette.text());
        }
        AxisTicks down = viewport.ticksDown(gap);
        for (AxisTicks.Tick tick : down.ticks()) {
            int middle = margin + (int) Math.round(viewport.down(tick.at()));
            int left = margin - 4 * dotSize - font.width(tick.label());
            draw(image, tick.label(), left, middle - font.height() / 2, palette.text());
        }
        drawNotes(image, across.note(), down.note(), palette);
    }

    private void draw(int[] image, String text, int x, int y, int colour) {
        font.draw(image, imageWidth(), text, x, y, colour);
    }

    /** Draws what is to be done with every label: at the right end below, and at the upper end of the left axis. */
    private void drawNotes(int[] image, String across, String down, ScatterPlotPalette palette) {
        int right = margin + width - font.width(across);
        draw(image, across, right, margin + height + 9 * dotSize + font.height(), palette.text());
        draw(image, down, margin, margin - 4 * dotSize - font.height(), palette.text());
    }

    /** Draws the number of points beyond each edge, in the margin where there are no tick labels. */
    private void drawOverflowCounts(int[] image, PointOverflowCounts overflow, ScatterPlotPalette palette) {
        int across = imageWidth() / 2;
        int down = imageHeight() / 2;
        int right = margin + width;
        int bottom = margin + height;
        drawCount(image, overflow.left(), margin + 8 * dotSize, down, palette);
        drawCount(image, overflow.right(), right + 12 * dotSize, down, palette);
        drawCount(image, overflow.above(), across, margin - 4 * dotSize - font.height(), palette);
        drawCount(image, overflow.below(), right - 12 * dotSize, bottom - 7 * dotSize - font.height(), palette);
    }

    private void drawCount(int[] image, int count, int x, int y, ScatterPlotPalette palette) {
        if (count > 0) {
            String text = Integer.toString(count);
            draw(image, text, x - font.width(text) / 2, y, palette.generated());
        }
    }
}
