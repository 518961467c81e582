package org.ganvas.engine.train;

import java.nio.FloatBuffer;

/**
 * Adam's inner loop.
 *
 * @param beta1 decay of the mean
 * @param beta2 decay of the square
 * @param rate learning rate over the mean's bias correction
 * @param rootCorrection one over the root of the square's bias correction
 * @param epsilon added to the root
 */
record AdamKernel(float beta1, float beta2, float rate, float rootCorrection, float epsilon) {

    void update(FloatBuffer weights, FloatBuffer gradients, float[] mean, float[] square) {
        float b1 = beta1;
        float b2 = beta2;
        float step = rate;
        float correction = rootCorrection;
        float eps = epsilon;
        for (int i = 0; i < mean.length; i++) {
            float g = gradients.get(i);
            float m = b1 * mean[i] + (1 - b1) * g;
            float v = b2 * square[i] + (1 - b2) * g * g;
            mean[i] = m;
            square[i] = v;
            weights.put(i, weights.get(i) - step * m / ((float) Math.sqrt(v) * correction + eps));
        }
    }
}
