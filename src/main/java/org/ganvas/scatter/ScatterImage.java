package org.ganvas.scatter;

/**
 * A scatter in a square with a margin, an edge, and numbers at both axes, as it goes into a file. Used by one thread at a
 * time.
 */
public final class ScatterImage {

    /** The smallest side at which the numbers still have room. */
    public static final int SMALLEST = 200;

    private static final double USUAL_SIDE = 640;

    private final int side;
    private final int dot;
    private final int margin;
    private final double unit;

    /**
     * @param side pixels of either side, at least {@link #SMALLEST}
     */
    public ScatterImage(int side) {
        if (side < SMALLEST) {
            throw new IllegalArgumentException("A scatter of %d pixels cannot be read.".formatted(side));
        }
        this.side = side;
        unit = side / USUAL_SIDE;
        dot = Math.max(1, (int) Math.round(2 * unit));
        margin = 28 * dot;
    }

    public int side() {
        return side;
    }

    /** Paints everything; opaque ARGB, row after row. */
    public int[] paint(ScatterData scatter, ScatterPalette inks) {
        int inner = side - 2 * margin;
        ScatterViewport frame = ScatterViewport.around(scatter.box(), inner, inner);
        int[] middle = new int[inner * inner];
        ScatterPainter.paintStill(frame, inks, scatter.real(), unit, middle);
        OverflowCounts outside = ScatterPainter.paintGenerated(frame, inks, scatter.generated(), unit, middle);
        ScatterPainter.paintHand(frame, inks, scatter.trace(), unit, middle);
        int[] sheet = new int[side * side];
        MarkRasterizer brush = new MarkRasterizer(sheet, side, side);
        brush.fill(inks.ground());
        brush.block(margin - 1, margin - 1, inner + 2, inner + 2, inks.text());
        for (int row = 0; row < inner; row++) {
            System.arraycopy(middle, row * inner, sheet, (row + margin) * side + margin, inner);
        }
        writeAxes(brush, frame, inks);
        writeCounts(brush, outside, inks);
        return sheet;
    }

    private void writeAxes(MarkRasterizer brush, ScatterViewport frame, ScatterPalette inks) {
        double gap = ScatterPainter.TICK_GAP * unit;
        AxisTicks across = frame.ticksAcross(gap);
        for (double x : across.values()) {
            String text = across.text(x);
            int middle = margin + (int) Math.round(frame.across(x));
            PixelDigits.write(
                    brush, text, middle - PixelDigits.width(text, dot) / 2, side - margin + 4 * dot, dot, inks.text());
        }
        AxisTicks down = frame.ticksDown(gap);
        for (double y : down.values()) {
            String text = down.text(y);
            int middle = margin + (int) Math.round(frame.down(y));
            int left = margin - 4 * dot - PixelDigits.width(text, dot);
            PixelDigits.write(brush, text, left, middle - PixelDigits.height(dot) / 2, dot, inks.text());
        }
    }

    /** How many points lie beyond each edge, outside of it where there are no other numbers. */
    private void writeCounts(MarkRasterizer brush, OverflowCounts outside, ScatterPalette inks) {
        int middle = side / 2;
        writeCount(brush, outside.left(), margin + 8 * dot, middle, inks);
        writeCount(brush, outside.right(), side - margin + 12 * dot, middle, inks);
        writeCount(brush, outside.above(), middle, margin - 9 * dot, inks);
        writeCount(brush, outside.below(), side - margin - 12 * dot, side - margin - 12 * dot, inks);
    }

    private void writeCount(MarkRasterizer brush, int count, int x, int y, ScatterPalette inks) {
        if (count > 0) {
            String text = Integer.toString(count);
            PixelDigits.write(brush, text, x - PixelDigits.width(text, dot) / 2, y, dot, inks.generated());
        }
    }
}
