package org.ganvas.viewmodel.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Texts of the ticks of an axis: one format on an axis, with the digits that tell the ticks apart. Pure functions, any
 * thread.
 */
public final class TickText {

    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e9;
    private static final int MOST_DECIMALS = 12;
    private static final int SHORT_DECIMALS = 2;
    private static final double HOUR = 3600;

    private TickText() {}

    /**
     * A number: {@code 10,750}, {@code 102.5k}, {@code 0.25}, {@code 2.5e−4}.
     *
     * @param unit distance of the ticks
     * @param most greatest size of a number on the axis
     * @param shortened size from which an axis counts in thousands or millions
     */
    public static String number(double value, double unit, double most, double shortened) {
        if (most < LEAST_PLAIN || most >= MOST_PLAIN) {
            return scientific(rounded(value, 1 - (int) Math.floor(Math.log10(unit))));
        }
        if (most >= Math.max(1e6, shortened) && decimals(unit / 1e6) <= SHORT_DECIMALS) {
            return scaled(value, unit, 1e6, "M");
        }
        if (most >= shortened && most < 1e6 && decimals(unit / 1e3) <= SHORT_DECIMALS) {
            return scaled(value, unit, 1e3, "k");
        }
        int decimals = decimals(unit);
        return String.format(Messages.locale(), "%,." + decimals + "f", rounded(value, decimals))
                .replace('-', '−');
    }

    /**
     * A number on a logarithmic axis, of one or two digits.
     *
     * @param least smallest number on the axis
     * @param most greatest number on the axis
     */
    public static String power(double value, double least, double most) {
        BigDecimal shown = rounded(value, 1 - (int) Math.floor(Math.log10(value)));
        return least < LEAST_PLAIN || most >= 1e5
                ? scientific(shown)
                : String.format(Messages.locale(), "%,." + Math.max(0, shown.scale()) + "f", shown);
    }

    /**
     * A time: {@code 0.5 s}, {@code 12:30}, {@code 0:50:00}.
     *
     * @param unit distance of the ticks in seconds
     * @param most greatest time on the axis
     */
    public static String time(double seconds, double unit, double most) {
        if (unit < 1) {
            return String.format(Messages.locale(), "%." + decimals(unit) + "f s", seconds);
        }
        String time = NumberFormats.duration(seconds);
        return most < HOUR || seconds >= HOUR ? time : "0:" + (seconds < 600 ? "0" : "") + time;
    }

    private static String scaled(double value, double unit, double scale, String letter) {
        BigDecimal shown = rounded(value / scale, decimals(unit / scale));
        return shown.signum() == 0 ? "0" : shown.toPlainString().replace('-', '−') + letter;
    }

    private static String scientific(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = number.precision() - number.scale() - 1;
        String digits = number.scaleByPowerOfTen(-exponent).toPlainString();
        return String.format(Locale.ROOT, "%se%d", digits, exponent).replace('-', '−');
    }

    private static BigDecimal rounded(double value, int decimals) {
        BigDecimal shown = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return shown.signum() == 0 ? BigDecimal.ZERO : shown;
    }

    /** Decimals of a tick distance. */
    private static int decimals(double unit) {
        int count = 0;
        for (double scaled = unit;
                count < MOST_DECIMALS && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * Math.max(1, scaled);
                scaled *= 10) {
            count++;
        }
        return count;
    }
}
