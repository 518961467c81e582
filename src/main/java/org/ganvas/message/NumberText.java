package org.ganvas.message;

import java.util.Locale;

/** Numbers in texts, written the same way in every language. Pure functions. */
public final class NumberText {

    private NumberText() {}

    /** An integer with commas between thousands. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with so many decimals and a minus sign; no minus zero. */
    public static String decimals(double number, int decimals) {
        double shown = Math.abs(number) < 0.5 * Math.pow(10, -decimals) ? 0 : number;
        return String.format(Locale.ROOT, "%." + decimals + "f", shown).replace('-', '−');
    }

    /** A number with two decimals. */
    public static String hundredths(double number) {
        return decimals(number, 2);
    }

    /** A number with two decimals, or as many as it takes to tell numbers apart that differ by so much. */
    public static String resolved(double number, double difference) {
        int needed = difference > 0 ? (int) Math.ceil(-Math.log10(difference)) : 0;
        return decimals(number, Math.max(2, Math.min(9, needed)));
    }

    /** Percentage of a fraction: {@code 23 %}, below ten {@code 4.1 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
