package org.ganvas.scatter;

import java.util.ArrayList;
import java.util.List;

/** Painter of the lines below a plot in a file: signs with their words, the key of the colours, the sentence. Immutable; any thread. */
final class LegendPainter {

    /** Width of the colours, in dots. */
    private static final int KEY_WIDTH = 48;

    /** Width of a sign, in dots. */
    private static final int SIGN_WIDTH = 7;

    private static final int SPACE = 3;
    private static final int GAP = 9;

    private final PlotFont font;
    private final int dot;
    private final int width;

    /**
     * @param width of the lines in pixels
     */
    LegendPainter(PlotFont font, int dot, int width) {
        this.font = font;
        this.dot = dot;
        this.width = width;
    }

    /** What stands in one line beside others. */
    private interface Item {
        int width();

        void draw(int[] pixels, int imageWidth, int x, int y, ScatterPlotPalette palette);
    }

    /** Height of a line with the space to the next, in pixels. */
    int line() {
        return font.height() + SPACE * dot;
    }

    /** Number of lines that a legend takes. */
    int lines(PlotLegend legend) {
        return rows(legend).size() + wrapped(legend.sentence()).size();
    }

    /** Paints the legend from a position on. */
    void paint(PlotLegend legend, int[] pixels, int imageWidth, int left, int top, ScatterPlotPalette palette) {
        int y = top;
        for (List<Item> row : rows(legend)) {
            int x = left;
            for (Item item : row) {
                item.draw(pixels, imageWidth, x, y, palette);
                x += item.width() + GAP * dot;
            }
            y += line();
        }
        for (String text : wrapped(legend.sentence())) {
            font.draw(pixels, imageWidth, text, left, y, palette.text());
            y += line();
        }
    }

    private List<List<Item>> rows(PlotLegend legend) {
        List<Item> items = new ArrayList<>();
        legend.marks().forEach(mark -> items.add(new MarkItem(mark)));
        if (!legend.low().isEmpty()) {
            items.add(new KeyItem(legend.low(), legend.high()));
        }
        List<List<Item>> rows = new ArrayList<>();
        int used = 0;
        for (Item item : items) {
            if (rows.isEmpty() || used + item.width() > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(item);
            used += item.width() + GAP * dot;
        }
        return rows;
    }

    /** Lines of a text, broken at spaces, and between characters of scripts that have none. */
    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int breakAt = -1;
        for (int i = 0; i < text.length(); i++) {
            if (i > start && isBreak(text, i)) {
                breakAt = i;
            }
            if (breakAt > start && font.width(text.substring(start, i + 1)) > width) {
                lines.add(text.substring(start, breakAt).strip());
                start = breakAt;
                breakAt = -1;
            }
        }
        if (!text.substring(start).isBlank()) {
            lines.add(text.substring(start).strip());
        }
        return lines;
    }

    /** Whether a line may end before a character. */
    private static boolean isBreak(String text, int at) {
        char character = text.charAt(at);
        return character == ' ' || Character.isIdeographic(character) && text.charAt(at - 1) != '（';
    }

    private final class MarkItem implements Item {

        private final PlotLegend.Mark mark;

        MarkItem(PlotLegend.Mark mark) {
            this.mark = mark;
        }

        @Override
        public int width() {
            return (SIGN_WIDTH + SPACE) * dot + font.width(mark.word());
        }

        @Override
        public void draw(int[] pixels, int imageWidth, int x, int y, ScatterPlotPalette palette) {
            MarkRasterizer rasterizer = new MarkRasterizer(pixels, imageWidth, pixels.length / imageWidth);
            double wide = SIGN_WIDTH * dot;
            double middleX = x + wide / 2;
            double middleY = y + font.height() / 2.0;
            double half = 0.5 * dot;
            switch (mark.sign()) {
                case CROSS -> rasterizer.cross(middleX, middleY, 2 * dot, half, palette.real(), 1);
                case DOT -> rasterizer.dot(middleX, middleY, 1.6 * dot, palette.generated(), 1);
                case RING -> rasterizer.ring(middleX, middleY, 1.6 * dot, half / 2, palette.generated());
                case LATENT -> rasterizer.dot(middleX, middleY, 1.6 * dot, palette.text(), 1);
                case LINE -> rasterizer.line(x, middleY, x + wide, middleY, half, palette.discriminator());
                case ARROW -> {
                    rasterizer.line(x, middleY, x + wide, middleY, half, palette.gradient());
                    rasterizer.arrow(x + wide, middleY, 1, 0, 2.4 * dot, palette.gradient());
                }
            }
            font.draw(pixels, imageWidth, mark.word(), x + (SIGN_WIDTH + SPACE) * dot, y, palette.text());
        }
    }

    private final class KeyItem implements Item {

        private final String low;
        private final String high;

        KeyItem(String low, String high) {
            this.low = low;
            this.high = high;
        }

        @Override
        public int width() {
            return font.width(low) + (KEY_WIDTH + 2 * SPACE) * dot + font.width(high);
        }

        @Override
        public void draw(int[] pixels, int imageWidth, int x, int y, ScatterPlotPalette palette) {
            MarkRasterizer rasterizer = new MarkRasterizer(pixels, imageWidth, pixels.length / imageWidth);
            font.draw(pixels, imageWidth, low, x, y, palette.text());
            int left = x + font.width(low) + SPACE * dot;
            int wide = KEY_WIDTH * dot;
            int barHeight = 5 * dot;
            int top = y + (font.height() - barHeight) / 2;
            int[] shades = FieldPainter.shades(palette);
            rasterizer.fillRectangle(left - 1, top - 1, wide + 2, barHeight + 2, palette.grid());
            for (int i = 0; i < wide; i++) {
                rasterizer.fillRectangle(left + i, top, 1, barHeight, shades[i * (shades.length - 1) / (wide - 1)]);
            }
            font.draw(pixels, imageWidth, high, left + wide + SPACE * dot, y, palette.text());
        }
    }
}
