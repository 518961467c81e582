package org.ganvas.scatter;

/**
 * Colours of a scatter plot, as opaque ARGB. Immutable; any thread.
 *
 * @param background fill
 * @param grid grid lines and frame
 * @param text tick labels and the current latent
 * @param real points of the dataset
 * @param generated points of the generator
 * @param discriminator contour of D
 * @param gradient arrows of forces
 */
public record ScatterPlotPalette(
        int background, int grid, int text, int real, int generated, int discriminator, int gradient) {

    /** Colours on white, from the palette of Okabe and Ito for colour-blind readers. */
    public static final ScatterPlotPalette PAPER =
            new ScatterPlotPalette(0xFFFFFFFF, 0xFFE3E7EC, 0xFF3A424B, 0xFF009E73, 0xFFD55E00, 0xFF0072B2, 0xFFCC79A7);
}
