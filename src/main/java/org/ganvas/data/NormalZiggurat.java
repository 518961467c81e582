package org.ganvas.data;

import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Standard normal deviates by the ziggurat method (Marsaglia and Tsang 2000, in the form of Doornik 2005), some twenty times
 * as fast as {@link SeededRandomStream#nextGaussian}, for noise per pixel. A pure function of (seed, purpose, position), equal
 * on every JDK. Any thread.
 */
public final class NormalZiggurat {

    private static final int LAYERS = 128;

    /** Right end of the lowest layer, and the area of each. */
    private static final double TAIL = 3.442619855899;

    private static final double AREA = 9.91256303526217e-3;

    /** Right ends of the layers, from the lowest with its tail to 0. */
    private static final double[] EDGES = new double[LAYERS + 1];

    /** Share of each layer that lies wholly under the curve. */
    private static final double[] INSIDE = new double[LAYERS];

    static {
        double height = density(TAIL);
        EDGES[0] = AREA / height;
        EDGES[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            EDGES[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGES[i - 1] + height));
            height = density(EDGES[i]);
        }
        EDGES[LAYERS] = 0;
        for (int i = 0; i < LAYERS; i++) {
            INSIDE[i] = EDGES[i + 1] / EDGES[i];
        }
    }

    private NormalZiggurat() {}

    /** Fills an array with independent standard normal deviates. */
    public static void fill(float[] target, long seed, Purpose purpose, long position) {
        SeededRandomStream random = new SeededRandomStream(seed, purpose, position);
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) next(random);
        }
    }

    private static double next(SeededRandomStream random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & (LAYERS - 1);
            // The upper 54 bits, as a number in [-1, 1).
            double u = (bits >> 10) * 0x1.0p-53;
            if (Math.abs(u) < INSIDE[layer]) {
                return u * EDGES[layer];
            }
            if (layer == 0) {
                return tail(random, u < 0);
            }
            double x = u * EDGES[layer];
            double low = density(EDGES[layer]);
            if (low + random.nextDouble() * (density(EDGES[layer + 1]) - low) < density(x)) {
                return x;
            }
        }
    }

    /** A deviate beyond the lowest layer (Marsaglia 1964). */
    private static double tail(SeededRandomStream random, boolean negative) {
        while (true) {
            double x = StrictMath.log(1 - random.nextDouble()) / TAIL;
            double y = StrictMath.log(1 - random.nextDouble());
            if (-2 * y >= x * x) {
                return negative ? x - TAIL : TAIL - x;
            }
        }
    }

    /** The normal density without its constant factor. */
    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
