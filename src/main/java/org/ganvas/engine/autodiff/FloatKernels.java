package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;

/** Element-wise loops over native floats that the compiler turns into good code. All buffers have the same length. */
final class FloatKernels {

    /** tanh is ±1 in floats beyond this. */
    private static final float TANH_SATURATED = 7.90531110763549805f;

    private FloatKernels() {}

    static void leakyRelu(FloatBuffer a, float slope, FloatBuffer out) {
        int n = out.capacity();
        for (int i = 0; i < n; i++) {
            float v = a.get(i);
            out.put(i, Math.max(v, slope * v));
        }
    }

    static void leakyReluGradient(FloatBuffer gradient, FloatBuffer a, float slope, FloatBuffer out) {
        int n = out.capacity();
        for (int i = 0; i < n; i++) {
            float g = gradient.get(i);
            out.put(i, a.get(i) > 0 ? g : slope * g);
        }
    }

    /**
     * The continued fraction of tanh as a ratio of polynomials, minimax-fitted in floats (the coefficients are those
     * published with the Eigen library, MPL 2); error below 3 units in the last place.
     */
    static void tanh(FloatBuffer a, FloatBuffer out) {
        int n = out.capacity();
        for (int i = 0; i < n; i++) {
            float x = Math.max(-TANH_SATURATED, Math.min(TANH_SATURATED, a.get(i)));
            float s = x * x;
            float p = -2.76076847742355e-16f;
            p = p * s + 2.00018790482477e-13f;
            p = p * s - 8.60467152213735e-11f;
            p = p * s + 5.12229709037114e-08f;
            p = p * s + 1.48572235717979e-05f;
            p = p * s + 6.37261928875436e-04f;
            p = p * s + 4.89352455891786e-03f;
            float q = 1.19825839466702e-06f;
            q = q * s + 1.18534705686654e-04f;
            q = q * s + 2.26843463243900e-03f;
            q = q * s + 4.89352518554385e-03f;
            out.put(i, x * p / q);
        }
    }

    static void tanhGradient(FloatBuffer gradient, FloatBuffer value, FloatBuffer out) {
        int n = out.capacity();
        for (int i = 0; i < n; i++) {
            float t = value.get(i);
            out.put(i, gradient.get(i) * (1 - t * t));
        }
    }
}
