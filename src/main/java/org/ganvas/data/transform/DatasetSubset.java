package org.ganvas.data.transform;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;

/** Some samples of a set, in an order of their own. Immutable; any thread. */
public final class DatasetSubset extends DerivedDataset {

    private final int[] indices;

    /**
     * @param whole where the samples are
     * @param indices which of them, at least one
     */
    public DatasetSubset(Dataset whole, int... indices) {
        super(whole, whole.shape());
        if (indices.length == 0) {
            throw new IllegalArgumentException("A data set has at least one picture.");
        }
        this.indices = indices.clone();
    }

    /** The whole set in an order that a seed decides, because sets often lie sorted by class or by writer. */
    public static DatasetSubset shuffled(Dataset whole, long seed) {
        return new DatasetSubset(whole, new BatchSampler(seed, whole.size()).indices(0, whole.size()));
    }

    /** Samples {@code from} to {@code to - 1} of this part. */
    public DatasetSubset range(int from, int to) {
        return new DatasetSubset(origin(), java.util.Arrays.copyOfRange(indices, from, to));
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        origin().copyImage(indices[index], target, offset);
    }

    @Override
    public int label(int index) {
        return origin().label(indices[index]);
    }
}
