package org.ganvas.data;

import java.util.List;
import java.util.Optional;
import org.ganvas.message.Message;

/**
 * A fixed collection of images of one shape, or of 2-D points, with or without labels. Immutable; may be read from any
 * thread.
 */
public interface Dataset {

    /** Id, name, shape and class names. */
    DatasetInfo info();

    /** See {@link DatasetInfo#id}. */
    default String id() {
        return info().id();
    }

    /** See {@link DatasetInfo#name}. */
    default String name() {
        return info().name();
    }

    /** See {@link DatasetInfo#shape}. */
    default ImageShape shape() {
        return info().shape();
    }

    /** See {@link DatasetInfo#classNames}. */
    default List<String> classNames() {
        return info().classNames();
    }

    /** Number of classes; 0 where there are no labels. */
    default int classCount() {
        return classNames().size();
    }

    /** What was understood of the user's data, and what was left out. */
    default DatasetReport report() {
        return DatasetReport.NONE;
    }

    /** Remark for the user about what may be unexpected; empty where nothing is. */
    default Optional<Message> remark() {
        return report().remark();
    }

    /** Images that go into a translation whose outputs are this dataset's images; empty for every other dataset. */
    default Optional<TranslationInputs> inputs() {
        return Optional.empty();
    }

    /** Number of samples, at least 1. */
    int size();

    /**
     * Copies one image, channel by channel and row by row, with pixels in [-1, 1] (black is -1); of a point x and y, in
     * the units of the dataset.
     *
     * @param index 0 to {@code size() - 1}
     * @param target receives {@code shape().size()} floats
     * @param offset index in {@code target} of the first float
     */
    void copyImage(int index, float[] target, int offset);

    /** Label of one sample, 0 to {@code classNames().size() - 1}; 0 where there are no labels. */
    int label(int index);

    /** Modes of a mixture of Gaussians, for evaluation; empty for every other dataset. */
    default Optional<GaussianMixture> modes() {
        return Optional.empty();
    }
}
