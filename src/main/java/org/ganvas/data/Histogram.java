package org.ganvas.data;

/**
 * How numbers are distributed: counts in equally wide bins. Immutable, any thread.
 *
 * @param low where the first bin begins
 * @param high where the last bin ends
 * @param counts how many fell into each bin; not to be changed
 * @param mean of all finite numbers; not a number where there is none
 * @param deviation from it, root mean square
 * @param nonFinite numbers that were not finite
 */
public record Histogram(double low, double high, int[] counts, double mean, double deviation, int nonFinite) {

    /** Of nothing. */
    public static final Histogram EMPTY = new Histogram(0, 1, new int[1], Double.NaN, Double.NaN, 0);

    /** Over the range that the numbers have. */
    public static Histogram of(float[] values, int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? EMPTY : of(values, bins, low, high);
    }

    /** Over a given range; numbers beyond its ends are counted in the outermost bins. */
    public static Histogram of(float[] values, int bins, double low, double high) {
        double width = high > low ? high - low : 1;
        int[] counts = new int[bins];
        double sum = 0;
        double squares = 0;
        int lost = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                int bin = (int) Math.floor((value - low) / width * bins);
                counts[Math.max(0, Math.min(bins - 1, bin))]++;
                sum += value;
                squares += (double) value * value;
            } else {
                lost++;
            }
        }
        int kept = values.length - lost;
        double mean = kept == 0 ? Double.NaN : sum / kept;
        return new Histogram(
                low, low + width, counts, mean, Math.sqrt(Math.max(0, squares / kept - mean * mean)), lost);
    }

    /** The fullest bin's count. */
    public int highestCount() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }
}
