package org.ganvas.scatter;

/**
 * The colours of a scatter, as opaque ARGB. Immutable; any thread.
 *
 * @param background below everything
 * @param grid grid and edge
 * @param text numbers and what is in the hand
 * @param real points of the data
 * @param generated points of the generator
 */
public record ScatterPalette(int background, int grid, int text, int real, int generated) {

    /** As on paper, with the colours that Okabe and Ito chose for every eye. */
    public static final ScatterPalette PAPER =
            new ScatterPalette(0xFFFFFFFF, 0xFFE3E7EC, 0xFF3A424B, 0xFF009E73, 0xFFD55E00);
}
