package org.ganvas.data.transform;

import java.util.Arrays;
import java.util.Optional;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointTransform;
import org.ganvas.data.TranslationInputs;

/** Subset of a dataset's samples, in any order. Immutable; any thread. */
public final class DatasetSubset extends DerivedDataset {

    private final int[] indices;

    /**
     * @param whole dataset of the samples
     * @param indices of the samples in the whole dataset, at least one
     */
    public DatasetSubset(Dataset whole, int... indices) {
        super(whole, whole.info());
        if (indices.length == 0) {
            throw new IllegalArgumentException("A dataset has at least one sample.");
        }
        this.indices = indices.clone();
    }

    /** Whole dataset, shuffled by a seed, because files are often sorted by class or by writer. */
    public static DatasetSubset shuffled(Dataset whole, long seed) {
        return new DatasetSubset(whole, new BatchSampler(seed, whole.size()).indices(0, whole.size()));
    }

    /** Samples {@code from} to {@code to - 1} of this subset. */
    public DatasetSubset range(int from, int to) {
        return new DatasetSubset(origin(), Arrays.copyOfRange(indices, from, to));
    }

    /** Inputs of the same samples where they are paired; independent inputs as they are. */
    @Override
    public Optional<TranslationInputs> inputs() {
        return origin().inputs()
                .map(all -> all.paired() ? new TranslationInputs(new DatasetSubset(all.images(), indices), true) : all);
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
    public Dataset withPointTransform(PointTransform transform) {
        Dataset whole = origin().withPointTransform(transform);
        return whole == origin() ? this : new DatasetSubset(whole, indices);
    }

    @Override
    public double coordinate(int index, int axis) {
        return origin().coordinate(indices[index], axis);
    }

    @Override
    public int label(int index) {
        return origin().label(indices[index]);
    }
}
