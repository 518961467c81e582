package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Loops over [batch, channels / lanes, height, width, lanes] with numbers per image and channel or per image and pixel.
 *
 * @param batch number of images
 * @param channels per image, a multiple of the lanes
 * @param run pixels per channel
 * @param lanes channels that are neighbours in memory; 1 for C order
 */
public record StyleLoops(int batch, int channels, int run, int lanes) {

    /** Multiplies each channel of each image by one of the factors [batch, channels]. */
    public void scale(FloatBuffer x, float[] factors, FloatBuffer out) {
        float[] values = new float[run * lanes];
        float[] repeated = new float[run * lanes];
        for (int row = 0; row < batch * channels; row += lanes) {
            x.get(row * run, values, 0, values.length);
            repeat(factors, row, repeated);
            multiply(values, repeated);
            out.put(row * run, values, 0, values.length);
        }
    }

    /** The scalar products of each channel of each image, [batch, channels]. */
    public double[] dots(FloatBuffer a, FloatBuffer b) {
        float[] left = new float[run * lanes];
        float[] right = new float[run * lanes];
        double[] dots = new double[batch * channels];
        for (int row = 0; row < batch * channels; row += lanes) {
            a.get(row * run, left, 0, left.length);
            b.get(row * run, right, 0, right.length);
            multiply(left, right);
            addTo(dots, row, left);
        }
        return dots;
    }

    /**
     * Adds noise, the same for all channels of a pixel, times a strength per channel.
     *
     * @param noise [batch, height, width]
     * @param strengths [channels]
     */
    public void addNoise(FloatBuffer x, FloatBuffer noise, float[] strengths, FloatBuffer out) {
        float[] values = new float[run * lanes];
        float[] pixels = new float[run * lanes];
        float[] repeated = new float[run * lanes];
        for (int image = 0; image < batch; image++) {
            spread(noise, image, pixels);
            for (int c = 0; c < channels; c += lanes) {
                int start = (image * channels + c) * run;
                x.get(start, values, 0, values.length);
                repeat(strengths, c, repeated);
                addProducts(values, repeated, pixels);
                out.put(start, values, 0, values.length);
            }
        }
    }

    /** The scalar products with the noise, summed over the images, [channels]. */
    public double[] noiseDots(FloatBuffer gradient, FloatBuffer noise) {
        float[] values = new float[run * lanes];
        float[] pixels = new float[run * lanes];
        double[] dots = new double[channels];
        for (int image = 0; image < batch; image++) {
            spread(noise, image, pixels);
            for (int c = 0; c < channels; c += lanes) {
                gradient.get((image * channels + c) * run, values, 0, values.length);
                multiply(values, pixels);
                addTo(dots, c, values);
            }
        }
        return dots;
    }

    /** Fills an array with the numbers of a group of channels, pixel after pixel. */
    private void repeat(float[] numbers, int first, float[] target) {
        if (lanes == 1) {
            Arrays.fill(target, numbers[first]);
            return;
        }
        System.arraycopy(numbers, first, target, 0, lanes);
        for (int done = lanes; done < target.length; done *= 2) {
            System.arraycopy(target, 0, target, done, Math.min(done, target.length - done));
        }
    }

    /** Gives each lane of a pixel the pixel's noise. */
    private void spread(FloatBuffer noise, int image, float[] target) {
        if (lanes == 1) {
            noise.get(image * run, target, 0, run);
            return;
        }
        for (int pixel = 0; pixel < run; pixel++) {
            Arrays.fill(target, pixel * lanes, (pixel + 1) * lanes, noise.get(image * run + pixel));
        }
    }

    private void addTo(double[] sums, int first, float[] values) {
        if (lanes == 1) {
            sums[first] += PartialSums.of(values);
        } else {
            PartialSums.addLanes(values, lanes, sums, first);
        }
    }

    private static void multiply(float[] values, float[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private static void addProducts(float[] values, float[] a, float[] b) {
        for (int i = 0; i < values.length; i++) {
            values[i] += a[i] * b[i];
        }
    }
}
