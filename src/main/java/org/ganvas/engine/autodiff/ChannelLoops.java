package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;

/**
 * Loops over [batch, channels, ...] that treat each channel by figures of its own: the parts that batch normalisation
 * and bias gradients are made of. Two memory layouts, two implementations.
 */
interface ChannelLoops {

    /** Sums over everything but the channels. */
    record Sums(double[] first, double[] second) {}

    /** Σ (x - shift) and Σ (x - shift)² for each channel; a shift near the mean keeps the squares from cancelling. */
    default Sums moments(FloatBuffer x, float[] shift) {
        return sums(x, x, shift, true);
    }

    /** Σ g and Σ g (x - shift) for each channel. */
    default Sums products(FloatBuffer g, FloatBuffer x, float[] shift) {
        return sums(g, x, shift, false);
    }

    /** Σ a and Σ a (x - shift); with {@code square}, a is x - shift itself. */
    Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square);

    /** out = a x + b y + c, with factors for each channel. */
    void affine(FloatBuffer x, float[] a, FloatBuffer y, float[] b, float[] c, FloatBuffer out);

    /** The loops for a tensor of rank 2 or more. */
    static ChannelLoops of(Tensor x) {
        int channels = (int) x.size(1);
        int batch = (int) x.size(0);
        int run = (int) (x.length() / channels / batch);
        return run == 1 ? new RowChannelLoops(batch, channels) : new PlanarChannelLoops(batch, channels, run);
    }
}
