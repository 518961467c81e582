package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Loops over [batch, channels / block, height, width, block], where the channels of a block are neighbours in memory. Sums
 * have the terms of {@link PlanarChannelLoops} in the same order.
 *
 * @param batch number of images
 * @param channels per image, a multiple of the block
 * @param run pixels per channel
 * @param block channels in a block
 */
record BlockedChannelLoops(int batch, int channels, int run, int block) implements ChannelLoops {

    /** Numbers that one pass works on, so that they and their coefficients stay in the first-level cache. */
    private static final int CHUNK = 1024;

    @Override
    public int first(int channel) {
        return channel / block * block * run + channel % block;
    }

    @Override
    public Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square) {
        int length = run * block;
        float[] left = new float[length];
        float[] right = new float[length];
        float[] firsts = new float[length];
        float[] seconds = new float[length];
        double[] first = new double[channels];
        double[] second = new double[channels];
        for (int c = 0; c < channels; c += block) {
            Arrays.fill(firsts, 0);
            Arrays.fill(seconds, 0);
            float[] shifts = repeated(shift, c, length);
            for (int i = 0; i < batch; i++) {
                int start = (i * channels + c) * run;
                x.get(start, right, 0, length);
                if (square) {
                    addSquares(right, shifts, firsts, seconds);
                } else {
                    a.get(start, left, 0, length);
                    addProducts(left, right, shifts, firsts, seconds);
                }
            }
            addLanes(firsts, first, c);
            addLanes(seconds, second, c);
        }
        return new Sums(first, second);
    }

    @Override
    public double[] totals(FloatBuffer x) {
        int length = run * block;
        float[] values = new float[length];
        float[] sums = new float[length];
        double[] totals = new double[channels];
        for (int c = 0; c < channels; c += block) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < batch; i++) {
                x.get((i * channels + c) * run, values, 0, length);
                add(values, sums);
            }
            addLanes(sums, totals, c);
        }
        return totals;
    }

    @Override
    public void affine(FloatBuffer x, float[] a, FloatBuffer y, float[] b, float[] c, FloatBuffer out) {
        int length = run * block;
        int chunk = Math.min(length, CHUNK / block * block);
        float[] left = new float[chunk];
        float[] right = new float[chunk];
        for (int channel = 0; channel < channels; channel += block) {
            float[] as = repeated(a, channel, chunk);
            float[] bs = repeated(b, channel, chunk);
            float[] cs = repeated(c, channel, chunk);
            for (int i = 0; i < batch; i++) {
                int start = (i * channels + channel) * run;
                for (int at = start; at < start + length; at += chunk) {
                    int count = Math.min(chunk, start + length - at);
                    x.get(at, left, 0, count);
                    y.get(at, right, 0, count);
                    combine(left, as, right, bs, cs);
                    out.put(at, left, 0, count);
                }
            }
        }
    }

    /** The numbers of a block's channels, again and again. */
    private float[] repeated(float[] values, int channel, int length) {
        float[] repeated = new float[length];
        for (int i = 0; i < length; i++) {
            repeated[i] = values[channel + i % block];
        }
        return repeated;
    }

    private void addLanes(float[] values, double[] sums, int channel) {
        for (int i = 0; i < values.length; i += block) {
            for (int lane = 0; lane < block; lane++) {
                sums[channel + lane] += values[i + lane];
            }
        }
    }

    private static void add(float[] x, float[] sums) {
        for (int i = 0; i < x.length; i++) {
            sums[i] += x[i];
        }
    }

    private static void addSquares(float[] x, float[] shift, float[] first, float[] second) {
        for (int i = 0; i < x.length; i++) {
            float u = x[i] - shift[i];
            first[i] += u;
            second[i] += u * u;
        }
    }

    private static void addProducts(float[] a, float[] x, float[] shift, float[] first, float[] second) {
        for (int i = 0; i < x.length; i++) {
            first[i] += a[i];
            second[i] += a[i] * (x[i] - shift[i]);
        }
    }

    private static void combine(float[] x, float[] a, float[] y, float[] b, float[] c) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a[i] * x[i] + b[i] * y[i] + c[i];
        }
    }
}
