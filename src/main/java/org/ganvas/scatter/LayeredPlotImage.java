package org.ganvas.scatter;

import java.util.Arrays;

/**
 * Renderer of a plot with layers for a file: margin, frame and tick labels, the title above, and the rest of the legend
 * below. Immutable; any thread.
 */
public final class LayeredPlotImage {

    private final PlotFrame frame;
    private final PlotFont font;
    private final LegendPainter legend;
    private final int lines;

    /**
     * @param width pixels of the plot itself
     * @param height pixels of the plot itself
     * @param unit scale of marks; 1 suits an image of some hundred pixels
     * @param font of all texts
     * @param room a legend for which there is room; those of a film differ by a few characters
     * @param spare lines beyond these, where other legends may be longer
     */
    public LayeredPlotImage(int width, int height, double unit, PlotFont font, PlotLegend room, int spare) {
        frame = new PlotFrame(width, height, unit, font);
        this.font = font;
        legend = new LegendPainter(font, frame.dot(), width);
        lines = legend.lines(room) + spare;
    }

    /** Pixels of the whole image's width; even where the plot's is, as films need it. */
    public int imageWidth() {
        return frame.imageWidth();
    }

    /** Pixels of the whole image's height, with the lines below; even, as films need it. */
    public int imageHeight() {
        int all = frame.imageHeight() + lines * legend.line();
        return all + all % 2;
    }

    /** Pixels of the whole image: opaque ARGB, row after row. */
    public int[] render(LayeredPlot plot, ScatterPlotPalette palette) {
        int[] pixels = new int[imageWidth() * imageHeight()];
        Arrays.fill(pixels, palette.background());
        int[] framed = frame.render(plot, palette);
        System.arraycopy(framed, 0, pixels, 0, framed.length);
        int above = frame.margin() - 4 * frame.dot() - font.height();
        font.draw(
                pixels,
                imageWidth(),
                plot.legend().title(),
                frame.margin(),
                Math.max(0, above / 2 - font.height() / 2),
                palette.text());
        int top = frame.imageHeight() - 2 * frame.dot();
        legend.paint(plot.legend(), pixels, imageWidth(), frame.margin(), top, palette);
        return pixels;
    }
}
