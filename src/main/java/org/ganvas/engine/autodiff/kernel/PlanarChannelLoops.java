package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Loops over [batch, channels, height, width], where each channel of each image is a run of neighbours in memory.
 *
 * @param batch number of images
 * @param channels per image
 * @param run pixels per channel
 */
record PlanarChannelLoops(int batch, int channels, int run) implements ChannelLoops {

    /**
     * Sums over the images pixel by pixel first, because the compiler vectorises that and not a sum into one number. Each
     * of these sums has as many terms as the batch has images; the pixels are then summed in double precision.
     */
    @Override
    public Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square) {
        float[] left = new float[run];
        float[] right = new float[run];
        float[] firsts = new float[run];
        float[] seconds = new float[run];
        double[] first = new double[channels];
        double[] second = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            Arrays.fill(firsts, 0);
            Arrays.fill(seconds, 0);
            for (int i = 0; i < batch; i++) {
                int start = (i * channels + channel) * run;
                x.get(start, right, 0, run);
                if (square) {
                    addSquares(right, shift[channel], firsts, seconds);
                } else {
                    a.get(start, left, 0, run);
                    addProducts(left, right, shift[channel], firsts, seconds);
                }
            }
            first[channel] = PartialSums.of(firsts);
            second[channel] = PartialSums.of(seconds);
        }
        return new Sums(first, second);
    }

    @Override
    public double[] totals(FloatBuffer x) {
        float[] values = new float[run];
        float[] sums = new float[run];
        double[] totals = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < batch; i++) {
                x.get((i * channels + channel) * run, values, 0, run);
                add(values, sums);
            }
            totals[channel] = PartialSums.of(sums);
        }
        return totals;
    }

    private static void add(float[] x, float[] sums) {
        for (int i = 0; i < x.length; i++) {
            sums[i] += x[i];
        }
    }

    private static void addSquares(float[] x, float shift, float[] first, float[] second) {
        for (int i = 0; i < x.length; i++) {
            float u = x[i] - shift;
            first[i] += u;
            second[i] += u * u;
        }
    }

    private static void addProducts(float[] a, float[] x, float shift, float[] first, float[] second) {
        for (int i = 0; i < x.length; i++) {
            first[i] += a[i];
            second[i] += a[i] * (x[i] - shift);
        }
    }

    @Override
    public void affine(FloatBuffer x, float[] a, FloatBuffer y, float[] b, float[] c, FloatBuffer out) {
        float[] left = new float[run];
        float[] right = new float[run];
        for (int i = 0; i < batch * channels; i++) {
            int channel = i % channels;
            x.get(i * run, left, 0, run);
            if (b[channel] != 0) {
                y.get(i * run, right, 0, run);
            }
            combine(left, a[channel], right, b[channel], c[channel]);
            out.put(i * run, left, 0, run);
        }
    }

    private static void combine(float[] x, float a, float[] y, float b, float c) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * x[i] + b * y[i] + c;
        }
    }
}
