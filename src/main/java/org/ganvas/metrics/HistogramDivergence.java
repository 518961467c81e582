package org.ganvas.metrics;

/** How far two distributions over the same cells are apart, in bits. Pure functions, any thread. */
public final class HistogramDivergence {

    private static final double LN_2 = Math.log(2);

    private HistogramDivergence() {}

    /** Kullback and Leibler's KL(p || q), 0 or more; infinite where q is 0 and p is not. */
    public static double kl(double[] p, double[] q) {
        requireSameCells(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum / LN_2;
    }

    /** Jensen and Shannon's: the mean KL of both to their middle, 0 to 1, the same in either order. */
    public static double js(double[] p, double[] q) {
        requireSameCells(p, q);
        double[] middle = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            middle[i] = (p[i] + q[i]) / 2;
        }
        return (kl(p, middle) + kl(q, middle)) / 2;
    }

    private static void requireSameCells(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException(p.length + " and " + q.length + " cells cannot be compared");
        }
    }
}
