package org.ganvas.scatter;

/** Font of one size for the texts around a plot in a file. Immutable; any thread. */
public interface PlotFont {

    /** Width of a text in pixels. */
    int width(String text);

    /** Height of a line in pixels, from the top of its tallest letters to the lowest end of others. */
    int height();

    /**
     * Draws a line of text; what does not fit is cut.
     *
     * @param pixels opaque ARGB, row after row
     * @param imageWidth pixels of a row
     * @param x left end
     * @param y upper end
     */
    void draw(int[] pixels, int imageWidth, String text, int x, int y, int colour);

    /** Digits and capital letters of dots, which need no font of the system. */
    static PlotFont ofDots(int dot) {
        return new PixelBitmapFont(dot);
    }
}
