package org.ganvas.metrics;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ganvas.data.Dataset;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;

/**
 * The real picture nearest to a given one, pixel by pixel (L2), and how far real pictures lie from each other: a generator
 * that only memorises comes nearer to the data than the data does to itself. Belongs to one thread.
 */
public final class NearestRealImage {

    private static final int SAMPLE = 24;
    private static final int CHECK_EVERY = 1024;

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
     * What was found.
     *
     * @param index of the nearest picture in the data; negative if the search was given up
     * @param distance to it
     */
    public record Found(int index, double distance) {}

    /** Goes through all of the data. */
    public Found find(float[] picture, BooleanSupplier giveUp) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            if (i % CHECK_EVERY == 0 && giveUp.getAsBoolean()) {
                return new Found(-1, Double.NaN);
            }
            data.copyPicture(i, buffer, 0);
            double squares = squares(picture, 0, least);
            if (squares < least) {
                least = squares;
                best = i;
            }
        }
        return new Found(best, Math.sqrt(least));
    }

    /**
     * The median distance of some real pictures to the nearest other one; measured once.
     *
     * @return not a number if there is no other one, or it was given up
     */
    public double floor(BooleanSupplier giveUp) {
        if (Double.isNaN(floor) && data.size() > 1) {
            floor = measureFloor(giveUp);
        }
        return floor;
    }

    private double measureFloor(BooleanSupplier giveUp) {
        int count = Math.min(SAMPLE, data.size());
        int[] chosen = chosen(count);
        float[] samples = new float[count * size];
        double[] least = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int s = 0; s < count; s++) {
            data.copyPicture(chosen[s], samples, s * size);
        }
        for (int i = 0; i < data.size(); i++) {
            if (i % CHECK_EVERY == 0 && giveUp.getAsBoolean()) {
                return Double.NaN;
            }
            data.copyPicture(i, buffer, 0);
            for (int s = 0; s < count; s++) {
                if (chosen[s] != i) {
                    least[s] = Math.min(least[s], squares(samples, s * size, least[s]));
                }
            }
        }
        Arrays.sort(least);
        return (Math.sqrt(least[(count - 1) / 2]) + Math.sqrt(least[count / 2])) / 2;
    }

    private int[] chosen(int count) {
        if (count == data.size()) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> i);
            return all;
        }
        RandomStream random = new RandomStream(0, Purpose.REAL_SAMPLES, 0);
        int[] chosen = new int[count];
        Arrays.setAll(chosen, i -> random.nextInt(data.size()));
        return chosen;
    }

    /** Squared distance of the picture in the buffer; as soon as it exceeds the limit, anything above it. */
    private double squares(float[] others, int offset, double limit) {
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
