package org.ganvas.session.lab;

/** Quantiles of the standard normal distribution, from its density summed by Simpson's rule. Pure functions; any thread. */
final class NormalQuantiles {

    private static final double END = 8;
    private static final int STEPS = 16_384;
    private static final double[] CUMULATIVE = cumulative();

    private NormalQuantiles() {}

    private static double[] cumulative() {
        double[] sums = new double[STEPS + 1];
        double width = 2 * END / STEPS;
        for (int i = 1; i <= STEPS; i++) {
            double left = -END + (i - 1) * width;
            sums[i] = sums[i - 1] + width / 6 * (density(left) + 4 * density(left + width / 2) + density(left + width));
        }
        return sums;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The number below which a standard normal deviate lies with a probability between 0 and 1. */
    static double at(double probability) {
        int low = 0;
        int high = STEPS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (CUMULATIVE[middle] <= probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double between = (probability - CUMULATIVE[low]) / (CUMULATIVE[high] - CUMULATIVE[low]);
        return -END + 2 * END / STEPS * (low + Math.max(0, Math.min(1, between)));
    }
}
