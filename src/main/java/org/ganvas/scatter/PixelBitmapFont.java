package org.ganvas.scatter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Digits and capital letters from a bitmap font of 3 x 5 dots, for files: a machine without a screen often has no fonts,
 * and fonts differ between machines. Letters lose their case. Immutable; any thread.
 */
final class PixelBitmapFont implements PlotFont {

    private static final Pattern NUMBER = Pattern.compile("[-+0-9.ex]*");
    private static final int COLUMNS = 3;
    private static final int ROWS = 5;
    private static final String CHARACTERS = "0123456789-.eE+xABCDFGHIJKLMNOPQRSTUVWXYZ,:/()%=";

    /** Glyphs row after row from the top, three bits for each row. */
    private static final int[] GLYPHS = {
        0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_011_001_111,
        0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_001_010_010,
        0b111_101_111_101_111, 0b111_101_111_001_111, 0b000_000_111_000_000, 0b000_000_000_000_010,
        0b000_111_110_100_111, 0b111_100_110_100_111, 0b000_010_111_010_000, 0b000_101_010_101_000,
        0b010_101_111_101_101, 0b110_101_110_101_110, 0b011_100_100_100_011, 0b110_101_101_101_110,
        0b111_100_110_100_100, 0b011_100_101_101_011, 0b101_101_111_101_101, 0b111_010_010_010_111,
        0b001_001_001_101_010, 0b101_101_110_101_101, 0b100_100_100_100_111, 0b101_111_111_101_101,
        0b110_101_101_101_101, 0b010_101_101_101_010, 0b110_101_110_100_100, 0b010_101_101_110_011,
        0b110_101_110_101_101, 0b011_100_010_001_110, 0b111_010_010_010_010, 0b101_101_101_101_111,
        0b101_101_101_101_010, 0b101_101_111_111_101, 0b101_101_010_101_101, 0b101_101_010_010_010,
        0b111_001_010_100_111, 0b000_000_000_010_100, 0b000_010_000_010_000, 0b001_001_010_100_100,
        0b010_100_100_100_010, 0b010_001_001_001_010, 0b101_001_010_100_101, 0b000_111_000_111_000
    };

    private final int dot;

    /**
     * @param dot pixels of a dot's side
     */
    PixelBitmapFont(int dot) {
        this.dot = dot;
    }

    @Override
    public int width(String text) {
        return width(text, dot);
    }

    @Override
    public int height() {
        return height(dot);
    }

    @Override
    public void draw(int[] pixels, int imageWidth, String text, int x, int y, int colour) {
        // Numbers have an e and an x of their own, which are lower than capitals.
        String shown = NUMBER.matcher(text).matches() ? text : text.toUpperCase(Locale.ROOT);
        draw(new MarkRasterizer(pixels, imageWidth, pixels.length / imageWidth), shown, x, y, dot, colour);
    }

    /** Width of a text in pixels, with dots of {@code dot} pixels. */
    static int width(String text, int dot) {
        return (text.length() * (COLUMNS + 1) - 1) * dot;
    }

    /** Height of a text in pixels, with dots of {@code dot} pixels. */
    static int height(int dot) {
        return ROWS * dot;
    }

    /** Draws a number or a text in capitals; other characters are left blank. */
    static void draw(MarkRasterizer rasterizer, String text, int x, int y, int dot, int colour) {
        for (int i = 0; i < text.length(); i++) {
            int glyph = CHARACTERS.indexOf(text.charAt(i));
            for (int bit = 0; glyph >= 0 && bit < COLUMNS * ROWS; bit++) {
                if ((GLYPHS[glyph] >> (COLUMNS * ROWS - 1 - bit) & 1) == 1) {
                    int column = i * (COLUMNS + 1) + bit % COLUMNS;
                    rasterizer.fillRectangle(x + column * dot, y + bit / COLUMNS * dot, dot, dot, colour);
                }
            }
        }
    }
}
