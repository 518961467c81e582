package org.ganvas.session.run;

import java.util.Arrays;

/**
 * A range of one training curve, reduced to buckets that keep every extreme. All arrays have one entry a bucket, in order
 * of steps. Immutable by convention, any thread.
 *
 * @param steps the last step of each bucket
 * @param seconds training time at that step
 * @param low lowest value in the bucket
 * @param high highest value in the bucket
 * @param smooth the exponential moving average of all values, at the bucket's last step
 */
public record ScalarCurve(double[] steps, double[] seconds, double[] low, double[] high, double[] smooth) {

    public static final ScalarCurve EMPTY =
            new ScalarCurve(new double[0], new double[0], new double[0], new double[0], new double[0]);

    public int size() {
        return steps.length;
    }

    /** The first buckets. */
    ScalarCurve first(int count) {
        return new ScalarCurve(
                Arrays.copyOf(steps, count),
                Arrays.copyOf(seconds, count),
                Arrays.copyOf(low, count),
                Arrays.copyOf(high, count),
                Arrays.copyOf(smooth, count));
    }
}
