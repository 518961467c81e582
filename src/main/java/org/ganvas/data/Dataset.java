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
     * Copies one image, channel by channel and row by row, with pixels in [-1, 1] (black is -1); of a point x and y
     * under {@link #pointTransform}.
     *
     * @param index 0 to {@code size() - 1}
     * @param target receives {@code shape().size()} floats
     * @param offset index in {@code target} of the first float
     */
    void copyImage(int index, float[] target, int offset);

    /** Transform between the units of the user's points and those that are copied; the identity for images. */
    default PointTransform pointTransform() {
        return PointTransform.IDENTITY;
    }

    /** Transform that suits the points best; the identity for images and built-in points. */
    default PointTransform fittingTransform() {
        return pointTransform();
    }

    /** The same points under another transform, for example that of an earlier run; images stay as they are. */
    default Dataset withPointTransform(PointTransform transform) {
        return this;
    }

    /**
     * Coordinate of a point in the user's units, with every digit that the file has.
     *
     * @param axis 0 for x, 1 for y
     */
    default double coordinate(int index, int axis) {
        float[] point = new float[2];
        copyImage(index, point, 0);
        return axis == 0 ? pointTransform().toDataX(point[0]) : pointTransform().toDataY(point[1]);
    }

    /** Label of one sample, 0 to {@code classNames().size() - 1}; 0 where there are no labels. */
    int label(int index);

    /** Modes of a mixture of Gaussians, for evaluation; empty for every other dataset. */
    default Optional<GaussianMixture> modes() {
        return Optional.empty();
    }

    /** Density of the points in closed form; empty where it is not known. */
    default Optional<PointDensity> density() {
        return modes().map(mixture -> mixture);
    }
}
