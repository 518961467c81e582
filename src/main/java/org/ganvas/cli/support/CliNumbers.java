package org.ganvas.cli.support;

import java.util.Locale;
import org.ganvas.message.NumberText;

/** Numbers in messages, written the same way in every language. Pure functions. */
public final class CliNumbers {

    private CliNumbers() {}

    /** An integer with commas between thousands. */
    public static String grouped(long number) {
        return NumberText.grouped(number);
    }

    /** A number with so many decimals. */
    public static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
