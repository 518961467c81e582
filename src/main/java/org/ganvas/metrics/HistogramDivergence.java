package org.ganvas.metrics;

/** Divergences of two distributions over the same cells, in bits. Pure functions; any thread. */
public final class HistogramDivergence {

    private static final double LN_2 = Math.log(2);

    private HistogramDivergence() {}

    /** Kullback-Leibler divergence KL(p || q), 0 or more; infinite where q is 0 and p is not. */
    public static double kl(double[] p, double[] q) {
        requireSameCells(p, q);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum / LN_2;
    }

    /** Jensen-Shannon divergence: the mean KL of both from their mean, 0 to 1, symmetric. */
    public static double js(double[] p, double[] q) {
        requireSameCells(p, q);
        double[] mean = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            mean[i] = (p[i] + q[i]) / 2;
        }
        return (kl(p, mean) + kl(q, mean)) / 2;
    }

    private static void requireSameCells(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException(p.length + " and " + q.length + " cells cannot be compared");
        }
    }
}
