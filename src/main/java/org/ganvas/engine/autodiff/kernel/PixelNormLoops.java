package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Loops of pixel normalisation over [batch, channels / lanes, height, width, lanes].
 *
 * @param batch number of images
 * @param channels per image, a multiple of the lanes
 * @param run pixels per channel
 * @param lanes channels that are neighbours in memory; 1 for C order
 * @param epsilon added to the mean squares
 */
public record PixelNormLoops(int batch, int channels, int run, int lanes, double epsilon) {

    /** Computes x / √(m + ε) with m the mean of x² over the channels of a pixel. */
    public void normalise(FloatBuffer x, FloatBuffer out) {
        float[] values = new float[run * lanes];
        float[] inverses = new float[run * lanes];
        for (int image = 0; image < batch; image++) {
            inverses(image, x, values, inverses);
            for (int c = 0; c < channels; c += lanes) {
                x.get(at(image, c), values, 0, values.length);
                multiply(values, inverses);
                out.put(at(image, c), values, 0, values.length);
            }
        }
    }

    /** Computes the gradient by x, r g - r³ x mean(g x) with r = 1 / √(m + ε). */
    public void gradient(FloatBuffer g, FloatBuffer x, FloatBuffer out) {
        float[] values = new float[run * lanes];
        float[] slopes = new float[run * lanes];
        float[] inverses = new float[run * lanes];
        float[] factors = new float[run * lanes];
        for (int image = 0; image < batch; image++) {
            inverses(image, x, values, inverses);
            Arrays.fill(factors, 0);
            for (int c = 0; c < channels; c += lanes) {
                g.get(at(image, c), slopes, 0, slopes.length);
                x.get(at(image, c), values, 0, values.length);
                addProducts(slopes, values, factors);
            }
            addLanes(factors);
            for (int i = 0; i < factors.length; i++) {
                factors[i] *= inverses[i] * inverses[i] * inverses[i] / channels;
            }
            for (int c = 0; c < channels; c += lanes) {
                g.get(at(image, c), slopes, 0, slopes.length);
                x.get(at(image, c), values, 0, values.length);
                combine(slopes, inverses, values, factors);
                out.put(at(image, c), slopes, 0, slopes.length);
            }
        }
    }

    private int at(int image, int channel) {
        return (image * channels + channel) * run;
    }

    private void inverses(int image, FloatBuffer x, float[] values, float[] inverses) {
        Arrays.fill(inverses, 0);
        for (int c = 0; c < channels; c += lanes) {
            x.get(at(image, c), values, 0, values.length);
            addProducts(values, values, inverses);
        }
        addLanes(inverses);
        for (int i = 0; i < inverses.length; i++) {
            inverses[i] = (float) (1 / Math.sqrt(inverses[i] / channels + epsilon));
        }
    }

    /** Replaces each pixel's lanes by their sum. */
    private void addLanes(float[] sums) {
        for (int pixel = 0; pixel < sums.length && lanes > 1; pixel += lanes) {
            float sum = 0;
            for (int i = 0; i < lanes; i++) {
                sum += sums[pixel + i];
            }
            Arrays.fill(sums, pixel, pixel + lanes, sum);
        }
    }

    private static void multiply(float[] values, float[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private static void addProducts(float[] a, float[] b, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i] * b[i];
        }
    }

    private static void combine(float[] g, float[] a, float[] x, float[] b) {
        for (int i = 0; i < g.length; i++) {
            g[i] = a[i] * g[i] - b[i] * x[i];
        }
    }
}
