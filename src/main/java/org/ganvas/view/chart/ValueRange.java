package org.ganvas.view.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import org.ganvas.session.run.Curve;

/**
 * What a vertical axis should span. Pure, any thread.
 *
 * @param low lower end
 * @param high upper end
 */
record ValueRange(double low, double high) {

    private static final double OUTLIERS = 0.02;
    private static final double PADDING = 0.08;

    /**
     * A range for curves that may have a few wild steps at their start: the outermost two per cent of the buckets are
     * left out, the smoothed curve and the given levels never.
     */
    static ValueRange of(Collection<Curve> curves, double... levels) {
        double low = DoubleStream.of(levels).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
        double high = DoubleStream.of(levels).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
        for (Curve curve : curves) {
            low = Math.min(low, Math.min(quantile(curve.low(), OUTLIERS), least(curve.smooth())));
            high = Math.max(high, Math.max(quantile(curve.high(), 1 - OUTLIERS), greatest(curve.smooth())));
        }
        if (low > high) {
            return new ValueRange(0, 1);
        }
        double padding = Math.max(1e-3, PADDING * (high - low));
        return new ValueRange(low >= 0 ? Math.max(0, low - padding) : low - padding, high + padding);
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return share < 0.5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Whether this shows the other well enough: moving an axis at every tick would make it dance. */
    boolean suits(ValueRange other) {
        double span = high - low;
        return low <= other.low + 0.04 * span
                && high >= other.high - 0.04 * span
                && other.high - other.low > 0.7 * span;
    }
}
