package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;

/**
 * For [batch, channels, height, width]: each channel of each picture is a run of neighbours in memory.
 *
 * @param batch pictures
 * @param channels of each
 * @param run pixels of one channel
 */
record RunLoops(int batch, int channels, int run) implements ChannelLoops {

    @Override
    public Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square) {
        float[] left = new float[run];
        float[] right = new float[run];
        double[] first = new double[channels];
        double[] second = new double[channels];
        for (int i = 0; i < batch * channels; i++) {
            int channel = i % channels;
            x.get(i * run, right, 0, run);
            if (square) {
                addSquares(right, shift[channel], channel, first, second);
            } else {
                a.get(i * run, left, 0, run);
                addProducts(left, right, shift[channel], channel, first, second);
            }
        }
        return new Sums(first, second);
    }

    /** Four running sums each, because the compiler keeps the order of one and waits for every addition. */
    private static void addSquares(float[] x, float shift, int channel, double[] first, double[] second) {
        float s0 = 0;
        float s1 = 0;
        float q0 = 0;
        float q1 = 0;
        int i = 0;
        for (; i + 1 < x.length; i += 2) {
            float u = x[i] - shift;
            float v = x[i + 1] - shift;
            s0 += u;
            s1 += v;
            q0 += u * u;
            q1 += v * v;
        }
        if (i < x.length) {
            float u = x[i] - shift;
            s0 += u;
            q0 += u * u;
        }
        first[channel] += s0 + s1;
        second[channel] += q0 + q1;
    }

    private static void addProducts(float[] a, float[] x, float shift, int channel, double[] first, double[] second) {
        float s0 = 0;
        float s1 = 0;
        float q0 = 0;
        float q1 = 0;
        int i = 0;
        for (; i + 1 < x.length; i += 2) {
            s0 += a[i];
            s1 += a[i + 1];
            q0 += a[i] * (x[i] - shift);
            q1 += a[i + 1] * (x[i + 1] - shift);
        }
        if (i < x.length) {
            s0 += a[i];
            q0 += a[i] * (x[i] - shift);
        }
        first[channel] += s0 + s1;
        second[channel] += q0 + q1;
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
