package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;

/**
 * Loops over [batch, channels], where neighbours in memory belong to different channels.
 *
 * @param batch rows
 * @param channels columns
 */
record RowChannelLoops(int batch, int channels) implements ChannelLoops {

    @Override
    public Sums sums(FloatBuffer a, FloatBuffer x, float[] shift, boolean square) {
        float[] left = new float[channels];
        float[] right = new float[channels];
        double[] first = new double[channels];
        double[] second = new double[channels];
        for (int r = 0; r < batch; r++) {
            x.get(r * channels, right, 0, channels);
            subtract(right, shift);
            if (square) {
                add(right, right, first, second);
            } else {
                a.get(r * channels, left, 0, channels);
                add(left, right, first, second);
            }
        }
        return new Sums(first, second);
    }

    @Override
    public double[] totals(FloatBuffer x) {
        float[] row = new float[channels];
        double[] totals = new double[channels];
        for (int r = 0; r < batch; r++) {
            x.get(r * channels, row, 0, channels);
            for (int i = 0; i < channels; i++) {
                totals[i] += row[i];
            }
        }
        return totals;
    }

    private static void subtract(float[] values, float[] shift) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= shift[i];
        }
    }

    private static void add(float[] left, float[] right, double[] first, double[] second) {
        for (int i = 0; i < left.length; i++) {
            first[i] += left[i];
            second[i] += (double) left[i] * right[i];
        }
    }

    @Override
    public void affine(FloatBuffer x, float[] a, FloatBuffer y, float[] b, float[] c, FloatBuffer out) {
        float[] left = new float[channels];
        float[] right = new float[channels];
        for (int r = 0; r < batch; r++) {
            x.get(r * channels, left, 0, channels);
            y.get(r * channels, right, 0, channels);
            combine(left, a, right, b, c);
            out.put(r * channels, left, 0, channels);
        }
    }

    private static void combine(float[] x, float[] a, float[] y, float[] b, float[] c) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a[i] * x[i] + b[i] * y[i] + c[i];
        }
    }
}
