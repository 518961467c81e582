package org.ganvas.cli.support;

/** Conversion of {@code --data} to the id of a dataset. Pure functions. */
public final class DataOption {

    private static final String BUILT_IN = "builtin:";

    private DataOption() {}

    /** Whether a dataset comes with the program and is no file. */
    public static boolean isBuiltIn(String id) {
        return id.startsWith(BUILT_IN);
    }

    /** The dataset's id. Paths become absolute, so that the project can be resumed from any folder. */
    public static String id(String data) {
        return isBuiltIn(data)
                ? data
                : PathArgument.of(data).toAbsolutePath().normalize().toString();
    }
}
