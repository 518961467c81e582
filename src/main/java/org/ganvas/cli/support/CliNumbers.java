package org.ganvas.cli.support;

import java.util.Locale;

/** Numbers in messages, written the same way in every language. Pure functions. */
public final class CliNumbers {

    private CliNumbers() {}

    /** A number with so many decimals. */
    public static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
