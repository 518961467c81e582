package org.ganvas.viewmodel.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.ganvas.data.CoordinateText;
import org.ganvas.message.NumberText;

/** Formats of numbers on the screen, in the current language. Pure functions, any thread. */
public final class NumberFormats {

    /** Text in place of a missing value. */
    public static final String NONE = "–";

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private NumberFormats() {}

    /** Count, grouped by thousands: {@code 12,480}. */
    public static String count(long value) {
        return String.format(Messages.locale(), "%,d", value);
    }

    /** Short count: {@code 834}, {@code 235k}, {@code 1.49M}, {@code 2M}. */
    public static String shortCount(long value) {
        if (value < 10_000) {
            return count(value);
        }
        return value < 1_000_000
                ? String.format(Messages.locale(), "%.0fk", value / 1e3)
                : new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Messages.locale())).format(value / 1e6)
                        + "M";
    }

    /** Rate per second with about three significant digits. */
    public static String perSecond(double value) {
        if (!(value > 0)) {
            return NONE;
        }
        return value < 100 ? String.format(Messages.locale(), "%.1f", value) : count(Math.round(value));
    }

    /** Duration: {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
    public static String duration(double seconds) {
        long whole = (long) Math.max(0, seconds);
        long minutes = whole / (long) MINUTE % 60;
        long rest = whole % (long) MINUTE;
        return whole >= HOUR
                ? String.format(Messages.locale(), "%d:%02d:%02d", whole / (long) HOUR, minutes, rest)
                : String.format(Messages.locale(), "%d:%02d", minutes, rest);
    }

    /** Memory: {@code 397 MB}, {@code 1.25 GB}, in powers of 1024. */
    public static String bytes(long bytes) {
        if (bytes <= 0) {
            return NONE;
        }
        double megabytes = bytes / (1024.0 * 1024);
        return megabytes < 1000
                ? String.format(Messages.locale(), "%.0f MB", megabytes)
                : String.format(Messages.locale(), "%.2f GB", megabytes / 1024);
    }

    /** Loss, probability or distance in standard deviations, with three decimals. */
    public static String value(double value) {
        return Double.isFinite(value)
                ? String.format(Messages.locale(), "%.3f", value).replace('-', '−')
                : NONE;
    }

    /** Number of any magnitude with about three significant digits: {@code 0.0123}, {@code 4.56}, {@code 1.2e−7}. */
    public static String amount(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replaceAll("e[+](?=\\d)|e(?=-)", "e")
                    .replaceAll("e(-?)0+(?=\\d)", "e$1")
                    .replace('-', '−');
        }
        int decimals = size < 0.1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace('-', '−');
    }

    /**
     * Coordinate of a point in the user's units, to a thousandth of what the networks take for 1, with every digit before
     * the decimals.
     *
     * @param scale difference that the networks take for 1
     */
    public static String coordinate(double value, double scale) {
        return CoordinateText.rounded(value, scale * 1e-3).replace('-', '−');
    }

    /** Latent coordinate in standard deviations, with its sign. */
    public static String sigma(double value) {
        String text = String.format(Messages.locale(), "%+.2f", value);
        return (text.endsWith("0.00") ? " 0.00" : text).replace('-', '−');
    }

    /** Percentage of a fraction: {@code 23 %}, below ten {@code 4.1 %}. */
    public static String percent(double share) {
        return NumberText.percent(share);
    }

    /** Mean squared error: {@code 0.0042}. */
    public static String error(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Norm of a vector, or one of its coordinates. */
    public static String length(double value) {
        return NumberText.hundredths(value);
    }

    /** Setting: {@code 5}, {@code 0.25}, {@code 0.999}, {@code 1.0e−5}. */
    public static String setting(double value) {
        return value == 0 ? "0" : rate(value);
    }

    /** Setting as it is noted beside the curves: a number as {@link #setting} writes it, anything else as it is. */
    public static String settingText(String noted) {
        try {
            double number = Double.parseDouble(noted);
            return Double.isFinite(number) ? setting(number) : noted;
        } catch (NumberFormatException notANumber) {
            return noted;
        }
    }

    /** Learning rate: {@code 0.0002}, {@code 0.00035}; tiny ones as {@code 1.5e−6}. */
    public static String rate(double rate) {
        if (Math.abs(rate) < 1e-5) {
            return String.format(Locale.ROOT, "%.1e", rate).replace("e-0", "e-").replace('-', '−');
        }
        String text = String.format(Locale.ROOT, "%.7f", rate).replace('-', '−');
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
