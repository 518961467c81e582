package org.ganvas.data;

import java.util.List;

/**
 * Identity and format of a dataset: what is known of it beside its samples. Immutable; any thread.
 *
 * @param id what the command line and a project file call it, for example {@code builtin:doodles} or a folder's path
 * @param name display name, for example {@code Doodle digits}
 * @param shape of one sample
 * @param classNames names of the classes in label order; empty where there are no labels
 */
public record DatasetInfo(String id, String name, ImageShape shape, List<String> classNames) {

    public DatasetInfo {
        classNames = List.copyOf(classNames);
    }

    /** A dataset without labels. */
    public static DatasetInfo unlabelled(String id, String name, ImageShape shape) {
        return new DatasetInfo(id, name, shape, List.of());
    }

    /** The same dataset with samples of another shape. */
    public DatasetInfo withShape(ImageShape other) {
        return new DatasetInfo(id, name, other, classNames);
    }
}
