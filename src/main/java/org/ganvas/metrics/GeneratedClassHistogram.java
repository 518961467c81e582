package org.ganvas.metrics;

/**
 * Histogram of the classes that a classifier assigns. Must not be modified; any thread.
 *
 * @param counts images of each class
 */
public record GeneratedClassHistogram(int[] counts) {

    /** Share of the real share below which a class counts as missing: a few errors of the classifier are no class. */
    private static final double MISSING_BELOW = 0.1;

    private static final double LN_2 = Math.log(2);

    static GeneratedClassHistogram of(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return new GeneratedClassHistogram(counts);
    }

    /** Entropy in bits: 0 if all images are of one class, log2 of the number of classes if all are equally frequent. */
    public double entropy() {
        double sum = 0;
        for (int count : counts) {
            double share = (double) count / total();
            sum -= count == 0 ? 0 : share * Math.log(share);
        }
        return sum / LN_2;
    }

    /** Number of classes less than a tenth as frequent as in the real data; classes absent there are not counted. */
    public int missingClasses(GeneratedClassHistogram real) {
        int missing = 0;
        for (int k = 0; k < counts.length; k++) {
            double share = (double) counts[k] / total();
            double realShare = (double) real.counts[k] / real.total();
            missing += share < MISSING_BELOW * realShare ? 1 : 0;
        }
        return missing;
    }

    private int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }
}
