package org.ganvas.data;

import java.util.Arrays;

/**
 * Sampler of the training batches. Every epoch is a fresh shuffle, and every batch is a pure function of (seed, step,
 * batch size), so a run resumes at any step without any stored state. Owned by the training thread; not thread-safe.
 *
 * <p>An epoch holds as many whole batches as fit; the samples left over are dropped, different ones in each epoch. A
 * batch larger than the dataset continues through as many shuffles as it needs.
 */
public final class BatchSampler {

    private final long seed;
    private final SeededRandomStream.Purpose purpose;
    private final int[] order;
    private long shuffledEpoch = -1;

    /**
     * @param seed the run's seed
     * @param size number of samples in the dataset, at least 1
     */
    public BatchSampler(long seed, int size) {
        this(seed, SeededRandomStream.Purpose.BATCH_ORDER, size);
    }

    /**
     * A sampler with an order of its own.
     *
     * @param purpose of the order's random numbers
     */
    public BatchSampler(long seed, SeededRandomStream.Purpose purpose, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A dataset has at least one sample, not " + size);
        }
        this.seed = seed;
        this.purpose = purpose;
        order = new int[size];
    }

    /** Number of steps in which every sample is used once, except for the dropped remainder; at least 1. */
    public int stepsPerEpoch(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one sample, not " + batchSize);
        }
        return Math.max(1, order.length / batchSize);
    }

    /**
     * Indices of the samples of one step.
     *
     * @param step 0 for the first step of the run
     * @param batchSize at least 1
     * @return {@code batchSize} indices, 0 to {@code size - 1}
     */
    public int[] indices(long step, int batchSize) {
        if (step < 0) {
            throw new IllegalArgumentException("Steps are counted from 0, not from " + step);
        }
        return batchSize <= order.length ? withinOneEpoch(step, batchSize) : acrossEpochs(step, batchSize);
    }

    private int[] withinOneEpoch(long step, int batchSize) {
        int steps = stepsPerEpoch(batchSize);
        shuffle(step / steps);
        int from = (int) (step % steps) * batchSize;
        return Arrays.copyOfRange(order, from, from + batchSize);
    }

    private int[] acrossEpochs(long step, int batchSize) {
        int[] batch = new int[batchSize];
        long first = Math.multiplyExact(step, batchSize);
        for (int filled = 0; filled < batchSize; ) {
            shuffle((first + filled) / order.length);
            int from = (int) ((first + filled) % order.length);
            int count = Math.min(order.length - from, batchSize - filled);
            System.arraycopy(order, from, batch, filled, count);
            filled += count;
        }
        return batch;
    }

    private void shuffle(long epoch) {
        if (epoch == shuffledEpoch) {
            return;
        }
        Arrays.setAll(order, i -> i);
        SeededRandomStream random = new SeededRandomStream(seed, purpose, epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        shuffledEpoch = epoch;
    }
}
