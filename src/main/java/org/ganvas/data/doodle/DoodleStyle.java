package org.ganvas.data.doodle;

import org.ganvas.data.SeededRandomStream;

/**
 * Handwriting style of one image: slant, proportions and pen. Immutable; any thread.
 *
 * @param slant columns to the right per row upwards
 * @param rotation rotation in radians
 * @param aspect factor of the skeleton's width
 * @param jitter standard deviation of the skeleton's points, as a share of the height
 * @param straightness 0 for round curves, 1 for straight lines
 * @param smoothingPasses number of times that corners are rounded
 * @param radius half the width of the pen in pixels
 */
record DoodleStyle(
        double slant,
        double rotation,
        double aspect,
        double jitter,
        double straightness,
        int smoothingPasses,
        double radius) {

    /** Mean pen radius by digit, in pixels: digits written small are enlarged more, and the pen with them. */
    private static final double[] PEN_RADIUS = {1.38, 1.39, 1.28, 1.23, 1.19, 1.16, 1.23, 1.28, 1.15, 1.12};

    /** Random style; the spread of slant and aspect is that of the moments of MNIST's images. */
    static DoodleStyle sample(int digit, SeededRandomStream random) {
        return new DoodleStyle(
                0.1 + 0.25 * truncatedGaussian(random),
                0.05 * truncatedGaussian(random),
                StrictMath.exp(-0.02 + 0.19 * truncatedGaussian(random)),
                0.012 + 0.034 * random.nextDouble(),
                0.7 * random.nextDouble(),
                random.nextInt(3),
                PEN_RADIUS[digit] * StrictMath.exp(0.25 * truncatedGaussian(random)));
    }

    /** Standard normal deviate limited to 2.3 on either side: extremes would no longer look written. */
    private static double truncatedGaussian(SeededRandomStream random) {
        return Math.max(-2.3, Math.min(2.3, random.nextGaussian()));
    }
}
