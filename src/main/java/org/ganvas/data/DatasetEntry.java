package org.ganvas.data;

/**
 * A built-in dataset as lists show it. Immutable; any thread.
 *
 * @param id what {@code --data} takes
 * @param name shown to users
 * @param description one sentence
 */
public record DatasetEntry(String id, String name, String description) {

    /** Prefix of the ids of built-in datasets. */
    public static final String BUILT_IN = "builtin:";

    /** Id of the dataset that is there without any file: handwritten-looking digits. */
    public static final String DOODLES = BUILT_IN + "doodles";
}
