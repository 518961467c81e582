package org.ganvas.cli;

import java.nio.file.Path;

/** What {@code --data} means. Pure functions. */
final class DataPlace {

    private static final String BUILT_IN = "builtin:";

    private DataPlace() {}

    /** Absolute, so that the project can be taken up from any folder. */
    static String id(String data) {
        return data.startsWith(BUILT_IN)
                ? data
                : Path.of(data).toAbsolutePath().normalize().toString();
    }
}
