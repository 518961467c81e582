package org.ganvas.data;

/**
 * Histogram of numbers with equally wide bins. Immutable; any thread.
 *
 * @param low lower edge of the first bin
 * @param high upper edge of the last bin
 * @param counts numbers in each bin; must not be modified
 * @param mean of all finite numbers; NaN where there is none
 * @param deviation standard deviation of all finite numbers
 * @param nonFinite count of numbers that are not finite
 */
public record ValueHistogram(double low, double high, int[] counts, double mean, double deviation, int nonFinite) {

    /** Histogram of no numbers. */
    public static final ValueHistogram EMPTY = new ValueHistogram(0, 1, new int[1], Double.NaN, Double.NaN, 0);

    /** Histogram over the range of the numbers. */
    public static ValueHistogram of(float[] values, int bins) {
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

    /** Histogram over a given range; numbers beyond its ends are counted in the outermost bins. */
    public static ValueHistogram of(float[] values, int bins, double low, double high) {
        double width = high > low ? high - low : 1;
        int[] counts = new int[bins];
        double sum = 0;
        double squares = 0;
        int nonFinite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                int bin = (int) Math.floor((value - low) / width * bins);
                counts[Math.max(0, Math.min(bins - 1, bin))]++;
                sum += value;
                squares += (double) value * value;
            } else {
                nonFinite++;
            }
        }
        int finite = values.length - nonFinite;
        double mean = finite == 0 ? Double.NaN : sum / finite;
        return new ValueHistogram(
                low, low + width, counts, mean, Math.sqrt(Math.max(0, squares / finite - mean * mean)), nonFinite);
    }

    /** Count of the fullest bin. */
    public int highestCount() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }
}
