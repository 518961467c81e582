package org.ganvas.data.drawing;

import java.util.Locale;

/**
 * One round Gaussian of a drawing. Its numbers are multiples of a millionth, so that short text holds them exactly.
 * Immutable; any thread.
 *
 * @param x of its centre
 * @param y of its centre
 * @param sigma standard deviation of each coordinate
 * @param weight its share of the points, against that of other kernels
 */
public record DrawingKernel(double x, double y, double sigma, double weight) {

    /** Largest distance from 0 of a centre, width and weight. */
    public static final double MOST = 1000;

    /** Least width and weight. */
    public static final double LEAST = 1e-6;

    private static final double PARTS = 1e6;

    /** Rounds to millionths; refuses numbers that are no kernel with an IllegalArgumentException. */
    public DrawingKernel {
        x = rounded(x);
        y = rounded(y);
        sigma = rounded(sigma);
        weight = rounded(weight);
        // Written so that NaN fails too.
        boolean place = Math.abs(x) <= MOST && Math.abs(y) <= MOST;
        boolean size = sigma >= LEAST && sigma <= MOST && weight >= LEAST && weight <= MOST;
        if (!place || !size) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a kernel at (%s, %s), %s wide, of weight %s", x, y, sigma, weight));
        }
    }

    private static double rounded(double value) {
        // Without the sum a zero could keep a sign, which text would lose.
        return Double.isFinite(value) && Math.abs(value) <= MOST ? Math.rint(value * PARTS) / PARTS + 0.0 : value;
    }
}
