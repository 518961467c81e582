package org.ganvas.engine.autodiff.kernel;

/** Sums of floats in double precision, in eight parts: the processor adds all of them while one would wait for itself. */
public final class PartialSums {

    private static final int PARTS = 8;

    private PartialSums() {}

    /** The sum of all values. */
    public static double of(float[] values) {
        int whole = values.length - values.length % PARTS;
        double[] parts = new double[PARTS];
        addEight(values, 0, whole, PARTS, parts, 0);
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        for (int i = whole; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    /**
     * Adds the sum of each lane.
     *
     * @param values [count, lanes]
     * @param lanes a multiple of eight
     * @param first index of the first lane's sum
     */
    static void addLanes(float[] values, int lanes, double[] sums, int first) {
        for (int lane = 0; lane < lanes; lane += PARTS) {
            addEight(values, lane, values.length, lanes, sums, first + lane);
        }
    }

    /** Adds eight neighbours, and those at each distance from them before the end. */
    private static void addEight(float[] values, int start, int end, int distance, double[] sums, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int i = start; i < end; i += distance) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        sums[first] += a;
        sums[first + 1] += b;
        sums[first + 2] += c;
        sums[first + 3] += d;
        sums[first + 4] += e;
        sums[first + 5] += f;
        sums[first + 6] += g;
        sums[first + 7] += h;
    }
}
