package org.ganvas.engine.train;

import java.nio.FloatBuffer;

/**
 * Adam's inner loop, in chunks of Java arrays: the compiler vectorises loops over arrays, not those over buffers. The
 * training thread's.
 */
final class AdamKernel {

    /** Four arrays of it stay in the first-level cache. */
    static final int CHUNK = 2048;

    private final float[] weight = new float[CHUNK];
    private final float[] gradient = new float[CHUNK];

    /**
     * What one update multiplies by.
     *
     * @param beta1 decay of the mean
     * @param beta2 decay of the square
     * @param rate learning rate over the mean's bias correction
     * @param rootCorrection one over the root of the square's bias correction
     * @param epsilon added to the root
     */
    record Factors(float beta1, float beta2, float rate, float rootCorrection, float epsilon) {}

    /** Room for the moments of a number of weights, in chunks. */
    static float[][] chunks(long length) {
        int count = (int) ((length + CHUNK - 1) / CHUNK);
        float[][] chunks = new float[count][];
        for (int i = 0; i < count; i++) {
            chunks[i] = new float[(int) Math.min(CHUNK, length - (long) i * CHUNK)];
        }
        return chunks;
    }

    void update(FloatBuffer weights, FloatBuffer gradients, float[][] mean, float[][] square, Factors factors) {
        for (int c = 0; c < mean.length; c++) {
            int count = mean[c].length;
            weights.get(c * CHUNK, weight, 0, count);
            gradients.get(c * CHUNK, gradient, 0, count);
            move(weight, gradient, mean[c], square[c], factors);
            weights.put(c * CHUNK, weight, 0, count);
        }
    }

    private static void move(float[] weight, float[] gradient, float[] mean, float[] square, Factors factors) {
        float b1 = factors.beta1;
        float b2 = factors.beta2;
        float rate = factors.rate;
        float correction = factors.rootCorrection;
        float epsilon = factors.epsilon;
        for (int i = 0; i < mean.length; i++) {
            float g = gradient[i];
            float m = b1 * mean[i] + (1 - b1) * g;
            float v = b2 * square[i] + (1 - b2) * g * g;
            mean[i] = m;
            square[i] = v;
            weight[i] = weight[i] - rate * m / ((float) Math.sqrt(v) * correction + epsilon);
        }
    }

    /** One array of all chunks. */
    static float[] joined(float[][] chunks, int length) {
        float[] out = new float[length];
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(chunks[c], 0, out, c * CHUNK, chunks[c].length);
        }
        return out;
    }

    /** The opposite of {@link #joined}. */
    static void split(float[] values, float[][] chunks) {
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(values, c * CHUNK, chunks[c], 0, chunks[c].length);
        }
    }
}
