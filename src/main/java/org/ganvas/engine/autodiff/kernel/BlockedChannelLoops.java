package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Loops over [batch, channels / block, height, width, block], where the channels of a block are neighbours in memory.
 *
 * @param batch number of images
 * @param channels per image, a multiple of the block
 * @param run pixels per channel
 * @param block channels in a block
 */
public record BlockedChannelLoops(int batch, int channels, int run, int block) {

    /** The sums Σ x of each channel, with the terms of {@link ChannelLoops#totals} in the same order. */
    public double[] totals(FloatBuffer x) {
        float[] values = new float[run * block];
        float[] sums = new float[run * block];
        double[] totals = new double[channels];
        for (int c = 0; c < channels; c += block) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < batch; i++) {
                x.get((i * channels + c) * run, values, 0, values.length);
                add(sums, values);
            }
            for (int i = 0; i < sums.length; i++) {
                totals[c + i % block] += sums[i];
            }
        }
        return totals;
    }

    /** Adds one number per channel. */
    public void plus(FloatBuffer x, float[] added, FloatBuffer out) {
        float[] values = new float[run * block];
        float[] addends = new float[run * block];
        for (int c = 0; c < channels; c += block) {
            for (int i = 0; i < addends.length; i += block) {
                System.arraycopy(added, c, addends, i, block);
            }
            for (int i = 0; i < batch; i++) {
                int start = (i * channels + c) * run;
                x.get(start, values, 0, values.length);
                add(values, addends);
                out.put(start, values, 0, values.length);
            }
        }
    }

    private static void add(float[] to, float[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
