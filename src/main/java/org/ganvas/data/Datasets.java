package org.ganvas.data;

import java.util.List;

/** The registry of data sets: what is built in, and how a name given by a person is opened. */
public final class Datasets {

    /** The id of the set that needs no file and opens at the first start. */
    public static final String DOODLES = "builtin:doodles";

    private Datasets() {}

    /**
     * One line of the list of data sets.
     *
     * @param id what {@code --data} takes
     * @param name what people call it
     * @param description one sentence
     */
    public record Entry(String id, String name, String description) {}

    /** The built-in sets, the one that opens first at the front. */
    public static List<Entry> builtIns() {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a data set. Takes from milliseconds to seconds; never call it on the FX thread.
     *
     * @param id a built-in id or the path of a folder
     * @throws DataException if it cannot be read, with one sentence that says why
     */
    public static Dataset open(String id, Progress progress) throws DataException {
        throw new UnsupportedOperationException();
    }
}
