package org.ganvas.scatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.CoordinateText;

/**
 * Ticks of an axis at round numbers of the user's units: multiples of 1, 2 or 5 times a power of ten. Where such numbers
 * are long, labels leave out what all of them share, as in Matplotlib, and a note says it. Immutable; any thread.
 *
 * @param ticks in ascending order
 * @param note what is to be done with every label, in this order: {@code x1e6}, {@code +1700000000}, both, or nothing
 */
public record AxisTicks(List<Tick> ticks, String note) {

    private static final int MAX_TICKS = 200;

    /** Steps between 0 and a tick beyond which a label would have too many digits. */
    private static final double LONG = 1e5;

    /** Largest label below which plain decimals are short. */
    private static final double SMALL = 1e-2;

    /**
     * One tick.
     *
     * @param at position in the units of the plot
     * @param label its text
     */
    public record Tick(double at, String label) {}

    public AxisTicks {
        ticks = List.copyOf(ticks);
    }

    /** Positions of the ticks in the units of the plot. */
    public List<Double> positions() {
        return ticks.stream().map(Tick::at).toList();
    }

    /**
     * Ticks of a range.
     *
     * @param low in the units of the plot
     * @param high in the units of the plot
     * @param leastGap between two ticks, in the units of the plot
     * @param centre of the plot's 0 in the user's units
     * @param scale of the plot's 1 in the user's units
     */
    static AxisTicks between(double low, double high, double leastGap, double centre, double scale) {
        double step = roundStep(leastGap * scale);
        double from = centre + low * scale;
        double to = centre + high * scale;
        if (!(step > 0) || !Double.isFinite(step) || !Double.isFinite(from) || !Double.isFinite(to)) {
            return new AxisTicks(List.of(), "");
        }
        double offset = offset(from, to, step, (high - low) * scale);
        // The distance of the offset from the centre is small, so that no digit is lost in the sums below.
        double lowest = low * scale - (offset - centre);
        double highest = high * scale - (offset - centre);
        int exponent = exponent(Math.max(Math.abs(lowest), Math.abs(highest)));
        List<Tick> ticks = new ArrayList<>();
        for (double i = Math.ceil(lowest / step); i * step <= highest && ticks.size() < MAX_TICKS; i++) {
            // Adding zero avoids minus zero.
            double value = i * step + 0.0;
            ticks.add(new Tick((offset - centre + value) / scale, label(value, step, exponent)));
        }
        return new AxisTicks(ticks, note(exponent, offset));
    }

    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A round number within or near the range to which labels are relative; 0 where they are short without. */
    private static double offset(double from, double to, double step, double span) {
        if (Math.max(Math.abs(from), Math.abs(to)) < LONG * step || from <= 0 && to >= 0) {
            return 0;
        }
        double power = Math.pow(10, Math.ceil(Math.log10(span)));
        return Math.rint((from / 2 + to / 2) / power) * power;
    }

    /** Power of ten by which labels are divided; 0 where they are short without. */
    private static int exponent(double largest) {
        return largest >= LONG || largest < SMALL ? (int) Math.floor(Math.log10(largest)) : 0;
    }

    private static String label(double value, double step, int exponent) {
        double digits = Math.log10(step) - exponent;
        int decimals = (int) Math.max(0, -Math.floor(digits + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", divided(value, exponent));
    }

    /** By two factors, because the power of ten of the smallest numbers is not finite. */
    private static double divided(double value, int exponent) {
        int half = exponent / 2;
        return value / Math.pow(10, half) / Math.pow(10, exponent - half);
    }

    private static String note(int exponent, double offset) {
        String factor = exponent == 0 ? "" : "x1e" + exponent;
        String sign = offset > 0 ? "+" : "";
        return offset == 0 ? factor : factor + sign + CoordinateText.exact(offset);
    }
}
