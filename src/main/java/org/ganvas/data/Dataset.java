package org.ganvas.data;

import java.util.List;
import java.util.Optional;

/**
 * A fixed collection of pictures of one shape, or of points of the plane, with or without labels. Immutable; may be read
 * from any thread.
 */
public interface Dataset {

    /** What the command line and a project file call it, for example {@code builtin:doodles} or a folder's path. */
    String id();

    /** What people call it, for example {@code Doodle digits}. */
    String name();

    /** One sentence about what could not be used of it; empty where everything could. */
    default String remark() {
        return "";
    }

    /** Number of pictures, at least 1. */
    int size();

    ImageShape shape();

    /** Names of the classes in label order; empty where there are no labels. */
    List<String> classNames();

    /**
     * Copies one picture, channel by channel and row by row, with pixels in [-1, 1] (black is -1); of a point x and y, in
     * the units of the set.
     *
     * @param index 0 to {@code size() - 1}
     * @param target receives {@code shape().size()} floats
     * @param offset where in {@code target} the first goes
     */
    void copyImage(int index, float[] target, int offset);

    /** Label of one picture, 0 to {@code classNames().size() - 1}; 0 where there are no labels. */
    int label(int index);

    /** Number of classes; 0 where there are no labels. */
    default int classCount() {
        return classNames().size();
    }

    /** Of a mixture of Gaussians its modes, for measuring; empty where a set is anything else. */
    default Optional<GaussianMixture> modes() {
        return Optional.empty();
    }
}
