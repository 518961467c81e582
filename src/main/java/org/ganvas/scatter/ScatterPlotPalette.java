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

    /** Colours of the dark theme. */
    public static final ScatterPlotPalette DARK =
            new ScatterPlotPalette(0xFF0D1117, 0xFF1D242D, 0xFFC9D1D9, 0xFF1FBF92, 0xFFF08339, 0xFF4BA3E3, 0xFFDD8FBB);
}
