package org.ganvas.view.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import org.ganvas.session.run.ScalarCurve;

/**
 * Range of a vertical axis. Immutable, any thread.
 *
 * @param low lower end
 * @param high upper end
 */
record AxisValueRange(double low, double high) {

    private static final double OUTLIERS = 0.02;
    private static final double PADDING = 0.08;
    private static final double BELOW_ZERO = 0.04;
    private static final double MIN_RELATIVE_SPAN = 0.1;
    private static final double MIN_LOGARITHMIC_PADDING = 0.05;

    /**
     * Range for curves with a few outliers: the outermost two per cent of the buckets are ignored; the smoothed curve
     * and the given levels are always inside.
     */
    static AxisValueRange of(Collection<ScalarCurve> curves, double... levels) {
        AxisValueRange tight = tight(curves, levels);
        if (tight.low > tight.high) {
            return new AxisValueRange(-BELOW_ZERO, 1);
        }
        double flat = MIN_RELATIVE_SPAN * Math.max(Math.abs(tight.low), Math.abs(tight.high));
        double padding = Math.max(
                PADDING * (tight.high - tight.low), tight.high - tight.low < flat / 1000 ? Math.max(1e-9, flat) : 0);
        double low = tight.low - padding;
        double high = tight.high + padding;
        // A little below zero, because a tick label at the end of an axis overlaps the other axis.
        return new AxisValueRange(tight.low >= 0 ? Math.max(-BELOW_ZERO * high, low) : low, high);
    }

    /** Range for decimal logarithms; values that are not finite are ignored. */
    static AxisValueRange ofLogarithms(Collection<ScalarCurve> curves, double... levels) {
        AxisValueRange tight = tight(curves, levels);
        if (tight.low > tight.high) {
            return new AxisValueRange(-1, 0);
        }
        double padding = Math.max(MIN_LOGARITHMIC_PADDING, PADDING * (tight.high - tight.low));
        return new AxisValueRange(tight.low - padding, tight.high + padding);
    }

    private static AxisValueRange tight(Collection<ScalarCurve> curves, double... levels) {
        double low = min(levels);
        double high = max(levels);
        for (ScalarCurve curve : curves) {
            low = Math.min(low, Math.min(quantile(curve.low(), OUTLIERS), min(curve.smooth())));
            high = Math.max(high, Math.max(quantile(curve.high(), 1 - OUTLIERS), max(curve.smooth())));
        }
        return new AxisValueRange(low, high);
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return share < 0.5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Whether this range still shows the other one well, so that the axis need not move at every update. */
    boolean fits(AxisValueRange other) {
        double span = high - low;
        return low <= other.low + 0.04 * span
                && high >= other.high - 0.04 * span
                && other.high - other.low > 0.7 * span;
    }
}
