package org.ganvas.data;

import java.util.List;
import java.util.Optional;

/** Some samples of a set, in an order of their own. Immutable; any thread. */
public final class DatasetPart implements Dataset {

    private final Dataset whole;
    private final int[] indices;

    /**
     * @param whole where the samples are
     * @param indices which of them, at least one
     */
    public DatasetPart(Dataset whole, int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("A data set has at least one picture.");
        }
        this.whole = whole;
        this.indices = indices.clone();
    }

    /** The whole set in an order that a seed decides, because sets often lie sorted by class or by writer. */
    public static DatasetPart shuffled(Dataset whole, long seed) {
        return new DatasetPart(whole, new BatchSampler(seed, whole.size()).indices(0, whole.size()));
    }

    /** Samples {@code from} to {@code to - 1} of this part. */
    public DatasetPart range(int from, int to) {
        return new DatasetPart(whole, java.util.Arrays.copyOfRange(indices, from, to));
    }

    @Override
    public String id() {
        return whole.id();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String remark() {
        return whole.remark();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public ImageShape shape() {
        return whole.shape();
    }

    @Override
    public List<String> classNames() {
        return whole.classNames();
    }

    @Override
    public void copyPicture(int index, float[] target, int offset) {
        whole.copyPicture(indices[index], target, offset);
    }

    @Override
    public int label(int index) {
        return whole.label(indices[index]);
    }

    @Override
    public Optional<Mixture> modes() {
        return whole.modes();
    }
}
