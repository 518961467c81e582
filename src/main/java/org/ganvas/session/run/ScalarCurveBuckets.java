package org.ganvas.session.run;

import java.util.Arrays;
import java.util.Locale;

/**
 * One curve as a bounded number of equally wide buckets, each with last step, time, extremes and smoothed value. Guarded by
 * its {@link ScalarLog}.
 */
final class ScalarCurveBuckets {

    /** Initial length of the arrays: most curves of most runs are short, or empty. */
    private static final int INITIAL = 64;

    private final int capacity;
    private final double smoothing;
    private double[] steps = new double[INITIAL];
    private double[] seconds = new double[INITIAL];
    private double[] low = new double[INITIAL];
    private double[] high = new double[INITIAL];
    private double[] smooth = new double[INITIAL];
    private int used;
    private long span = 1;
    private long inLast;
    private long lastStep;
    private double average;
    private double weight;

    ScalarCurveBuckets(int capacity, double smoothing) {
        if (capacity < 2 || capacity % 2 != 0) {
            throw new IllegalArgumentException("capacity must be even and at least 2, not " + capacity);
        }
        this.capacity = capacity;
        this.smoothing = smoothing;
    }

    void append(long step, double time, double value) {
        lastStep = step;
        if (!Double.isFinite(value)) {
            return;
        }
        average = smoothing * average + (1 - smoothing) * value;
        weight = smoothing * weight + (1 - smoothing);
        openBucket();
        int last = used - 1;
        steps[last] = step;
        seconds[last] = time;
        low[last] = Math.min(low[last], value);
        high[last] = Math.max(high[last], value);
        smooth[last] = average / weight;
        inLast++;
    }

    private void openBucket() {
        if (used > 0 && inLast < span) {
            return;
        }
        if (used == capacity) {
            mergeNeighbours();
        }
        if (used == steps.length) {
            resize(Math.min(capacity, 2 * used));
        }
        low[used] = Double.POSITIVE_INFINITY;
        high[used] = Double.NEGATIVE_INFINITY;
        used++;
        inLast = 0;
    }

    private void resize(int length) {
        steps = Arrays.copyOf(steps, length);
        seconds = Arrays.copyOf(seconds, length);
        low = Arrays.copyOf(low, length);
        high = Arrays.copyOf(high, length);
        smooth = Arrays.copyOf(smooth, length);
    }

    private void mergeNeighbours() {
        for (int i = 0; i < capacity / 2; i++) {
            steps[i] = steps[2 * i + 1];
            seconds[i] = seconds[2 * i + 1];
            low[i] = Math.min(low[2 * i], low[2 * i + 1]);
            high[i] = Math.max(high[2 * i], high[2 * i + 1]);
            smooth[i] = smooth[2 * i + 1];
        }
        used = capacity / 2;
        span *= 2;
    }

    /** A range with a moving average over so many steps, computed from the buckets' own averages. */
    ScalarCurve read(long fromStep, long toStep, int maxBuckets, double horizon) {
        return read(fromStep, toStep, maxBuckets, smoothed(1 - 1 / horizon));
    }

    ScalarCurve read(long fromStep, long toStep, int maxBuckets) {
        return read(fromStep, toStep, maxBuckets, smooth);
    }

    /**
     * A moving average with another decay. The mean of every bucket's values is recovered from the stored moving average;
     * it is weighted towards the bucket's end where the bucket is longer than the horizon of the stored average.
     */
    private double[] smoothed(double decay) {
        double[] out = new double[used];
        double kept = 0;
        double unseen = 1;
        double sum = 0;
        double share = 0;
        double old = Math.pow(smoothing, span);
        double step = Math.pow(decay, span);
        for (int i = 0; i < used; i++) {
            boolean whole = i < used - 1 || inLast == span;
            double keeps = whole ? old : Math.pow(smoothing, inLast);
            double stays = whole ? step : Math.pow(decay, inLast);
            unseen = unseen < Double.MIN_NORMAL ? 0 : unseen * keeps;
            double after = smooth[i] * (1 - unseen);
            double mean = (after - keeps * kept) / (1 - keeps);
            kept = after;
            sum = stays * sum + (1 - stays) * mean;
            share = stays * share + (1 - stays);
            out[i] = sum / share;
        }
        return out;
    }

    private ScalarCurve read(long fromStep, long toStep, int maxBuckets, double[] smooth) {
        int from = lowerBound(fromStep);
        int to = Math.min(used, lowerBound(toStep) + 1);
        int count = to - from;
        if (count <= 0 || maxBuckets < 1) {
            return ScalarCurve.EMPTY;
        }
        int group = groupSize(count, maxBuckets);
        int origin = maxBuckets == 1 ? from : from - from % group;
        int size = (to - origin + group - 1) / group;
        ScalarCurve out = new ScalarCurve(
                new double[size], new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            int first = Math.max(from, origin + i * group);
            int end = Math.min(origin + (i + 1) * group, to);
            out.steps()[i] = steps[end - 1];
            out.seconds()[i] = seconds[end - 1];
            out.low()[i] = least(low, first, end);
            out.high()[i] = greatest(high, first, end);
            out.smooth()[i] = smooth[end - 1];
        }
        return out;
    }

    // Loops: a stream for each of the hundreds of buckets of every curve was a tenth of the window's garbage.

    private static double least(double[] values, int from, int to) {
        double least = values[from];
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    private static double greatest(double[] values, int from, int to) {
        double greatest = values[from];
        for (int i = from + 1; i < to; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    /**
     * Number of buckets in a group. Groups start at multiples of it, and it depends on the width of the window only, so that
     * a curve does not flicker while the window slides. One group may be cut by each edge of the window.
     */
    private static int groupSize(int count, int maxBuckets) {
        if (count <= maxBuckets) {
            return 1;
        }
        return maxBuckets == 1 ? count : (count - 1 + maxBuckets - 2) / (maxBuckets - 1);
    }

    /** Index of the first bucket that ends at or after the step; {@code used} if there is none. */
    private int lowerBound(long step) {
        int index = Arrays.binarySearch(steps, 0, used, (double) step);
        return index >= 0 ? index : -index - 1;
    }

    /** A complete copy, from which {@link #restore} continues exactly. */
    ScalarLog.Saved save() {
        ScalarCurve curve = new ScalarCurve(
                Arrays.copyOf(steps, used),
                Arrays.copyOf(seconds, used),
                Arrays.copyOf(low, used),
                Arrays.copyOf(high, used),
                Arrays.copyOf(smooth, used));
        return new ScalarLog.Saved(curve, lastStep, span, inLast, average, weight);
    }

    /**
     * Replaces the contents by a saved copy.
     *
     * @throws IllegalArgumentException if it cannot come from {@link #save}
     */
    void restore(ScalarLog.Saved saved) {
        ScalarCurve curve = saved.curve();
        if (curve.size() > capacity || saved.inLast() > saved.span() || (curve.size() > 0) != (saved.inLast() > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a curve of %d buckets with %d of %d steps in the last",
                    curve.size(),
                    saved.inLast(),
                    saved.span()));
        }
        used = curve.size();
        resize(Math.max(INITIAL, used));
        System.arraycopy(curve.steps(), 0, steps, 0, used);
        System.arraycopy(curve.seconds(), 0, seconds, 0, used);
        System.arraycopy(curve.low(), 0, low, 0, used);
        System.arraycopy(curve.high(), 0, high, 0, used);
        System.arraycopy(curve.smooth(), 0, smooth, 0, used);
        lastStep = saved.lastStep();
        span = saved.span();
        inLast = saved.inLast();
        average = saved.average();
        weight = saved.weight();
    }

    long span() {
        return span;
    }
}
