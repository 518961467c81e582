package org.ganvas.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Coordinates as text without separators of any locale, in full where float notation would hide digits. Pure functions. */
public final class CoordinateText {

    /** Digits before or after the point beyond which powers of ten are easier to read. */
    private static final int MAX_DIGITS = 15;

    private CoordinateText() {}

    /** Shortest text that reads back as the same number: {@code 1700000150}, {@code 0.05}, {@code 2.5E-301}. */
    public static String exact(double value) {
        return Double.isFinite(value) ? text(BigDecimal.valueOf(value)) : String.valueOf(value);
    }

    /**
     * Text with the digits that a resolution can tell.
     *
     * @param resolution difference that matters, more than 0
     */
    public static String rounded(double value, double resolution) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        int decimals = (int) -Math.floor(Math.log10(resolution));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        // Rounded to tens or hundreds it would claim less than is known.
        return decimals < 0 && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%.0f", value) : text(rounded);
    }

    private static String text(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean plain = shortest.scale() <= MAX_DIGITS && shortest.precision() - shortest.scale() <= MAX_DIGITS;
        return plain ? shortest.toPlainString() : shortest.toString();
    }
}
