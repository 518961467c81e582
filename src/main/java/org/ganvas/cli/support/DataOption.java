package org.ganvas.cli.support;

import java.nio.file.Path;

/** What {@code --data} means. Pure functions. */
public final class DataOption {

    private static final String BUILT_IN = "builtin:";

    private DataOption() {}

    /** Absolute, so that the project can be taken up from any folder. */
    public static String id(String data) {
        return data.startsWith(BUILT_IN)
                ? data
                : Path.of(data).toAbsolutePath().normalize().toString();
    }
}
