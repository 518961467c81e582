package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;

/**
 * Loops over [batch, channels, ...] with numbers per channel, the parts of batch normalisation and of bias gradients. Each
 * memory layout has an implementation.
 */
public interface ChannelLoops {

    /** Two sums per channel over all other dimensions. */
    record Sums(double[] first, double[] second) {}

    /** The sums Σ (x - shift) and Σ (x - shift)²; a shift near the mean keeps the squares from cancelling. */
    default Sums moments(FloatBuffer x, float[] shift) {
        return sums(x, x, shift, true);
    }

    /** The sums Σ g and Σ g (x - shift). */
    default Sums products(FloatBuffer g, FloatBuffer x, float[] shift) {
        return sums(g, x, shift, false);
    }

    /** The sums Σ a and Σ a (x - shift); with {@code square}, a is x - shift. */
    Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square);

    /** The sums Σ x. */
    double[] totals(FloatBuffer x);

    /** Computes out = a x + b y + c with coefficients per channel. */
    void affine(FloatBuffer x, float[] a, FloatBuffer y, float[] b, float[] c, FloatBuffer out);

    /** The loops for [batch, channels] or [batch, channels, ...] with {@code run} numbers per channel. */
    static ChannelLoops of(int batch, int channels, int run) {
        return run == 1 ? new RowChannelLoops(batch, channels) : new PlanarChannelLoops(batch, channels, run);
    }
}
