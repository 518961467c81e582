package org.ganvas.scatter;

/**
 * A scatter in a square with a margin, an edge, and numbers at both axes, as it goes into a file. Used by one thread at a
 * time.
 */
public final class ScatterImage {

    /** The smallest side at which the numbers still have room. */
    public static final int MIN_SIDE = 200;

    private static final double REFERENCE_SIDE = 640;

    private final int side;
    private final int dotSize;
    private final int margin;
    private final double unit;

    /**
     * @param side pixels of either side, at least {@link #MIN_SIDE}
     */
    public ScatterImage(int side) {
        if (side < MIN_SIDE) {
            throw new IllegalArgumentException("A scatter of %d pixels cannot be read.".formatted(side));
        }
        this.side = side;
        unit = side / REFERENCE_SIDE;
        dotSize = Math.max(1, (int) Math.round(2 * unit));
        margin = 28 * dotSize;
    }

    public int side() {
        return side;
    }

    /** Paints everything; opaque ARGB, row after row. */
    public int[] render(ScatterData scatter, ScatterPalette inks) {
        int inner = side - 2 * margin;
        ScatterViewport frame = ScatterViewport.around(scatter.bounds(), inner, inner);
        int[] middle = new int[inner * inner];
        ScatterPainter.paintBackground(frame, inks, scatter.real(), unit, middle);
        OverflowCounts outside = ScatterPainter.paintGenerated(frame, inks, scatter.generated(), unit, middle);
        ScatterPainter.paintTrail(frame, inks, scatter.trail(), unit, middle);
        int[] sheet = new int[side * side];
        MarkRasterizer brush = new MarkRasterizer(sheet, side, side);
        brush.fill(inks.background());
        brush.fillRectangle(margin - 1, margin - 1, inner + 2, inner + 2, inks.text());
        for (int row = 0; row < inner; row++) {
            System.arraycopy(middle, row * inner, sheet, (row + margin) * side + margin, inner);
        }
        drawAxes(brush, frame, inks);
        drawOverflowCounts(brush, outside, inks);
        return sheet;
    }

    private void drawAxes(MarkRasterizer brush, ScatterViewport frame, ScatterPalette inks) {
        double gap = ScatterPainter.TICK_GAP * unit;
        AxisTicks across = frame.ticksAcross(gap);
        for (double x : across.values()) {
            String text = across.label(x);
            int middle = margin + (int) Math.round(frame.across(x));
            PixelDigits.draw(
                    brush, text, middle - PixelDigits.width(text, dotSize) / 2, side - margin + 4 * dotSize, dotSize, inks.text());
        }
        AxisTicks down = frame.ticksDown(gap);
        for (double y : down.values()) {
            String text = down.label(y);
            int middle = margin + (int) Math.round(frame.down(y));
            int left = margin - 4 * dotSize - PixelDigits.width(text, dotSize);
            PixelDigits.draw(brush, text, left, middle - PixelDigits.height(dotSize) / 2, dotSize, inks.text());
        }
    }

    /** How many points lie beyond each edge, outside of it where there are no other numbers. */
    private void drawOverflowCounts(MarkRasterizer brush, OverflowCounts outside, ScatterPalette inks) {
        int middle = side / 2;
        drawCount(brush, outside.left(), margin + 8 * dotSize, middle, inks);
        drawCount(brush, outside.right(), side - margin + 12 * dotSize, middle, inks);
        drawCount(brush, outside.above(), middle, margin - 9 * dotSize, inks);
        drawCount(brush, outside.below(), side - margin - 12 * dotSize, side - margin - 12 * dotSize, inks);
    }

    private void drawCount(MarkRasterizer brush, int count, int x, int y, ScatterPalette inks) {
        if (count > 0) {
            String text = Integer.toString(count);
            PixelDigits.draw(brush, text, x - PixelDigits.width(text, dotSize) / 2, y, dotSize, inks.generated());
        }
    }
}
