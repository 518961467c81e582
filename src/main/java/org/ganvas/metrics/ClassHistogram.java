package org.ganvas.metrics;

/**
 * How often each class is made, as a classifier sees it. Not to be changed; any thread.
 *
 * @param counts pictures of each class
 */
public record ClassHistogram(int[] counts) {

    /** A class counts as missing below this part of its real share: a few errors of the classifier are no class. */
    private static final double MISSING_BELOW = 0.1;

    private static final double LN_2 = Math.log(2);

    static ClassHistogram of(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return new ClassHistogram(counts);
    }

    /** The entropy in bits: 0 if all are of one class, log2 of the number of classes if all classes are as often. */
    public double entropy() {
        double sum = 0;
        for (int count : counts) {
            double share = (double) count / total();
            sum -= count == 0 ? 0 : share * Math.log(share);
        }
        return sum / LN_2;
    }

    /** Classes that are made less than a tenth as often as they are real; those that are not real are not counted. */
    public int missingClasses(ClassHistogram real) {
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
