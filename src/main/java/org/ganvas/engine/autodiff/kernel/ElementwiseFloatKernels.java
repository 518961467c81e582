package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Element-wise loops over native floats. They work in chunks on Java arrays that fit the first-level cache, because the
 * compiler vectorises loops over arrays without branches and not those over buffers: several times faster, the copies
 * included. All buffers of a call have the same length. Any thread.
 */
public final class ElementwiseFloatKernels {

    private static final int CHUNK = 2048;

    /** Bound of the polynomials' fit, beyond which tanh is ±1 in floats. */
    private static final float TANH_SATURATED = 9f;

    /** A factor that makes every positive normal float at least 1. */
    private static final float HUGE = 1e38f;

    private static final ThreadLocal<float[][]> SCRATCH = ThreadLocal.withInitial(() -> new float[2][CHUNK]);

    private ElementwiseFloatKernels() {}

    /** An element-wise function of one array, in place. */
    private interface Unary {
        void apply(float[] a, int count);
    }

    /** An element-wise function of two arrays, into the first. */
    private interface Binary {
        void apply(float[] a, float[] b, int count);
    }

    public static void leakyRelu(FloatBuffer a, float slope, FloatBuffer out) {
        each(a, out, (x, count) -> leakyRelu(x, slope, count));
    }

    public static void leakyReluGradient(FloatBuffer gradient, FloatBuffer a, float slope, FloatBuffer out) {
        each(gradient, a, out, (g, x, count) -> leakyReluGradient(g, x, slope, count));
    }

    public static void tanh(FloatBuffer a, FloatBuffer out) {
        each(a, out, ElementwiseFloatKernels::tanh);
    }

    public static void tanhGradient(FloatBuffer gradient, FloatBuffer value, FloatBuffer out) {
        each(gradient, value, out, ElementwiseFloatKernels::tanhGradient);
    }

    /** The sum a + b. */
    public static void add(FloatBuffer a, FloatBuffer b, FloatBuffer out) {
        each(a, b, out, (x, y, count) -> {
            for (int i = 0; i < count; i++) {
                x[i] += y[i];
            }
        });
    }

    /** The difference a - b. */
    public static void subtract(FloatBuffer a, FloatBuffer b, FloatBuffer out) {
        each(a, b, out, (x, y, count) -> {
            for (int i = 0; i < count; i++) {
                x[i] -= y[i];
            }
        });
    }

    /** The product a b. */
    public static void multiply(FloatBuffer a, FloatBuffer b, FloatBuffer out) {
        each(a, b, out, (x, y, count) -> {
            for (int i = 0; i < count; i++) {
                x[i] *= y[i];
            }
        });
    }

    /** The affine function factor a + addend. */
    public static void affine(FloatBuffer a, float factor, float addend, FloatBuffer out) {
        each(a, out, (x, count) -> {
            for (int i = 0; i < count; i++) {
                x[i] = factor * x[i] + addend;
            }
        });
    }

    /** The absolute value |a|. */
    public static void absolute(FloatBuffer a, FloatBuffer out) {
        each(a, out, (x, count) -> {
            for (int i = 0; i < count; i++) {
                x[i] = Math.abs(x[i]);
            }
        });
    }

    /** The gradient times the sign of a, 0 where a is 0. */
    public static void multiplySign(FloatBuffer gradient, FloatBuffer a, FloatBuffer out) {
        each(gradient, a, out, (g, x, count) -> {
            for (int i = 0; i < count; i++) {
                g[i] *= Math.signum(x[i]);
            }
        });
    }

    /** Fills with one value. */
    public static void fill(FloatBuffer out, float value) {
        float[] x = SCRATCH.get()[0];
        Arrays.fill(x, 0, Math.min(CHUNK, out.capacity()), value);
        for (int start = 0; start < out.capacity(); start += CHUNK) {
            out.put(start, x, 0, Math.min(CHUNK, out.capacity() - start));
        }
    }

    private static void leakyRelu(float[] x, float slope, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i], slope * x[i]);
        }
    }

    /** With the step function as min(1, max(0, HUGE x)), because a comparison would keep the loop from being vectorised. */
    private static void leakyReluGradient(float[] g, float[] x, float slope, int count) {
        for (int i = 0; i < count; i++) {
            g[i] *= slope + (1 - slope) * Math.min(1f, Math.max(0f, HUGE * x[i]));
        }
    }

    /**
     * Hyperbolic tangent as a ratio of polynomials, minimax-fitted in floats (coefficients as published with the Eigen
     * library). The error is up to 6 units in the last place, and the value never beyond ±1, where the gradient would
     * change its sign.
     */
    private static void tanh(float[] a, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.max(-TANH_SATURATED, Math.min(TANH_SATURATED, a[i]));
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
            a[i] = Math.max(-1f, Math.min(1f, x * p / q));
        }
    }

    private static void tanhGradient(float[] g, float[] value, int count) {
        for (int i = 0; i < count; i++) {
            g[i] *= 1 - value[i] * value[i];
        }
    }

    private static void each(FloatBuffer a, FloatBuffer out, Unary kernel) {
        float[] x = SCRATCH.get()[0];
        for (int start = 0; start < out.capacity(); start += CHUNK) {
            int count = Math.min(CHUNK, out.capacity() - start);
            a.get(start, x, 0, count);
            kernel.apply(x, count);
            out.put(start, x, 0, count);
        }
    }

    private static void each(FloatBuffer a, FloatBuffer b, FloatBuffer out, Binary kernel) {
        float[][] scratch = SCRATCH.get();
        for (int start = 0; start < out.capacity(); start += CHUNK) {
            int count = Math.min(CHUNK, out.capacity() - start);
            a.get(start, scratch[0], 0, count);
            b.get(start, scratch[1], 0, count);
            kernel.apply(scratch[0], scratch[1], count);
            out.put(start, scratch[0], 0, count);
        }
    }
}
