package org.ganvas.scatter;

/**
 * Numbers as dots of 3 x 5, for files: a machine without a screen often has no fonts, and those that have them do not
 * agree. Pure functions over the pixels, any thread.
 */
final class PixelDigits {

    private static final int COLUMNS = 3;
    private static final int ROWS = 5;
    private static final String CHARACTERS = "0123456789-.e+";

    /** Row after row from the top, three bits a row. */
    private static final int[] GLYPHS = {
        0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_011_001_111,
        0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_001_010_010,
        0b111_101_111_101_111, 0b111_101_111_001_111, 0b000_000_111_000_000, 0b000_000_000_000_010,
        0b000_111_110_100_111, 0b000_010_111_010_000
    };

    private PixelDigits() {}

    /** Pixels that a text takes from left to right, its dots {@code dot} pixels large. */
    static int width(String text, int dot) {
        return (text.length() * (COLUMNS + 1) - 1) * dot;
    }

    static int height(int dot) {
        return ROWS * dot;
    }

    /** Writes a number; characters that no number has are left blank. */
    static void draw(MarkRasterizer brush, String text, int x, int y, int dot, int colour) {
        for (int i = 0; i < text.length(); i++) {
            int glyph = CHARACTERS.indexOf(text.charAt(i));
            for (int bit = 0; glyph >= 0 && bit < COLUMNS * ROWS; bit++) {
                if ((GLYPHS[glyph] >> (COLUMNS * ROWS - 1 - bit) & 1) == 1) {
                    int column = i * (COLUMNS + 1) + bit % COLUMNS;
                    brush.fillRectangle(x + column * dot, y + bit / COLUMNS * dot, dot, dot, colour);
                }
            }
        }
    }
}
