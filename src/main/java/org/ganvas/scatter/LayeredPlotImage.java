package org.ganvas.scatter;

import java.util.Arrays;
import java.util.Locale;

/**
 * Renderer of a plot with layers for a file: margin, frame and tick labels, below them the caption, and the scale of the
 * colours where the plot has some. Immutable; any thread.
 */
public final class LayeredPlotImage {

    /** Width of the colours, in dots. */
    private static final int KEY_WIDTH = 48;

    /** Height of a line of text, in dots. */
    private static final int LINE = 9;

    private final PlotFrame frame;

    /**
     * @param width pixels of the plot itself
     * @param height pixels of the plot itself
     * @param unit scale of marks and texts; 1 suits an image of some hundred pixels
     */
    public LayeredPlotImage(int width, int height, double unit) {
        frame = new PlotFrame(width, height, unit);
    }

    /** Pixels of the whole image's width. */
    public int imageWidth() {
        return frame.imageWidth();
    }

    /** Pixels of the whole image's height, with the lines below; even, as films need it. */
    public int imageHeight() {
        int all = frame.imageHeight() + strip();
        return all + all % 2;
    }

    private int strip() {
        return (2 * LINE + 6) * frame.dot();
    }

    /** Pixels of the whole image: opaque ARGB, row after row. */
    public int[] render(LayeredPlot plot, ScatterPlotPalette palette) {
        int[] pixels = new int[imageWidth() * imageHeight()];
        Arrays.fill(pixels, palette.background());
        int[] framed = frame.render(plot, palette);
        System.arraycopy(framed, 0, pixels, 0, framed.length);
        MarkRasterizer rasterizer = new MarkRasterizer(pixels, imageWidth(), imageHeight());
        int dot = frame.dot();
        int top = frame.imageHeight();
        PixelBitmapFont.draw(
                rasterizer, plot.caption().toUpperCase(Locale.ROOT), frame.margin(), top, dot, palette.text());
        FieldPainter.Field colours = plot.colours();
        if (colours != null) {
            drawKey(rasterizer, colours, top + LINE * dot, palette);
        }
        return pixels;
    }

    private void drawKey(MarkRasterizer rasterizer, FieldPainter.Field colours, int top, ScatterPlotPalette palette) {
        int dot = frame.dot();
        String low = text(colours.neutral() - colours.scale());
        String high = text(colours.neutral() + colours.scale());
        int left = frame.margin() + PixelBitmapFont.width(low, dot) + 3 * dot;
        PixelBitmapFont.draw(rasterizer, low, frame.margin(), top, dot, palette.text());
        int[] shades = FieldPainter.shades(palette);
        int wide = KEY_WIDTH * dot;
        for (int x = 0; x < wide; x++) {
            rasterizer.fillRectangle(
                    left + x, top, 1, PixelBitmapFont.height(dot), shades[x * (shades.length - 1) / (wide - 1)]);
        }
        PixelBitmapFont.draw(rasterizer, high, left + wide + 3 * dot, top, dot, palette.text());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
