package org.ganvas.scatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ticks of an axis at round numbers: multiples of 1, 2 or 5 times a power of ten. Immutable; any thread.
 *
 * @param step distance between ticks
 * @param values in ascending order
 */
public record AxisTicks(double step, List<Double> values) {

    private static final int MAX_TICKS = 200;

    public AxisTicks {
        values = List.copyOf(values);
    }

    /** Ticks of a range, at least {@code leastGap} apart. */
    static AxisTicks between(double low, double high, double leastGap) {
        double step = roundStep(leastGap);
        List<Double> values = new ArrayList<>();
        for (double i = Math.ceil(low / step); i * step <= high && values.size() < MAX_TICKS; i++) {
            // Adding zero avoids minus zero.
            values.add(i * step + 0.0);
        }
        return new AxisTicks(step, values);
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

    /** Label of a tick, with as many decimals as the step needs. */
    public String label(double value) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean plain = decimals <= 6 && Math.abs(value) < 1e7;
        return plain
                ? String.format(Locale.ROOT, "%." + decimals + "f", value)
                : String.format(Locale.ROOT, "%.3e", value);
    }
}
