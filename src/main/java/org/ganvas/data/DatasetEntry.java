package org.ganvas.data;

/**
 * Entry of a built-in dataset in lists of datasets. Immutable; any thread.
 *
 * @param id value for {@code --data}
 * @param name display name
 * @param description one sentence
 */
public record DatasetEntry(String id, String name, String description) {

    /** Prefix of the ids of built-in datasets. */
    public static final String BUILT_IN = "builtin:";

    /** Id of the default dataset, which needs no file: handwritten-looking digits. */
    public static final String DOODLES = BUILT_IN + "doodles";

    /** Id of the same digits drawn as outlines, image by image, for translations. */
    public static final String OUTLINES = BUILT_IN + "doodle-outlines";
}
