package org.ganvas.metrics;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Search for the real image nearest to a given one, by the L2 distance of pixels, and the typical distance of real images
 * from each other: a generator that memorizes comes nearer to the data than the data does to itself. Not thread-safe.
 */
public final class NearestRealImage {

    private static final int FLOOR_SAMPLES = 24;
    private static final int IMAGES_PER_CHECK = 1024;

    private final Dataset data;
    private final int size;
    private final float[] buffer;
    private double floor = Double.NaN;

    public NearestRealImage(Dataset data) {
        this.data = data;
        size = data.shape().size();
        buffer = new float[size];
    }

    /**
     * Result of a search.
     *
     * @param index of the nearest image in the dataset; negative if the search was cancelled
     * @param distance to it; NaN if the search was cancelled
     */
    public record Match(int index, double distance) {}

    /** Searches the whole dataset. */
    public Match find(float[] image, BooleanSupplier cancelled) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            if (i % IMAGES_PER_CHECK == 0 && cancelled.getAsBoolean()) {
                return new Match(-1, Double.NaN);
            }
            data.copyImage(i, buffer, 0);
            double distance = squaredDistance(image, 0, least);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return new Match(best, Math.sqrt(least));
    }

    /**
     * Median distance of some real images to the nearest other one, computed once.
     *
     * @return NaN if there is no other one, or the search was cancelled
     */
    public double floor(BooleanSupplier cancelled) {
        if (Double.isNaN(floor) && data.size() > 1) {
            floor = computeFloor(cancelled);
        }
        return floor;
    }

    private double computeFloor(BooleanSupplier cancelled) {
        int count = Math.min(FLOOR_SAMPLES, data.size());
        int[] indices = sampleIndices(count);
        float[] samples = new float[count * size];
        double[] least = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int s = 0; s < count; s++) {
            data.copyImage(indices[s], samples, s * size);
        }
        for (int i = 0; i < data.size(); i++) {
            if (i % IMAGES_PER_CHECK == 0 && cancelled.getAsBoolean()) {
                return Double.NaN;
            }
            data.copyImage(i, buffer, 0);
            for (int s = 0; s < count; s++) {
                if (indices[s] != i) {
                    least[s] = Math.min(least[s], squaredDistance(samples, s * size, least[s]));
                }
            }
        }
        Arrays.sort(least);
        return (Math.sqrt(least[(count - 1) / 2]) + Math.sqrt(least[count / 2])) / 2;
    }

    private int[] sampleIndices(int count) {
        if (count == data.size()) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> i);
            return all;
        }
        SeededRandomStream random = new SeededRandomStream(0, Purpose.REAL_SAMPLES, 0);
        int[] sampled = new int[count];
        Arrays.setAll(sampled, i -> random.nextInt(data.size()));
        return sampled;
    }

    /** Squared distance from the image in the buffer; once it exceeds the limit, any value above the limit. */
    private double squaredDistance(float[] others, int offset, double limit) {
        double sum = 0;
        for (int start = 0; start < size && sum < limit; start += 64) {
            float part = 0;
            for (int i = start; i < Math.min(size, start + 64); i++) {
                float d = buffer[i] - others[offset + i];
                part += d * d;
            }
            sum += part;
        }
        return sum;
    }
}
