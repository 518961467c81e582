package org.ganvas.metrics;

import java.util.Locale;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointBounds;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of evaluated points with real ones, the argument of {@link PointMetric}. Must not be modified; any thread.
 *
 * @param evaluated points, x and y of each in turn
 * @param real as many points of the dataset
 * @param bounds of the whole dataset
 * @param modes of a mixture; null for other datasets
 */
public record PointComparison(
        float[] evaluated,
        float[] real,
        PointBounds bounds,
        @Nullable GaussianMixture modes) {

    public PointComparison {
        if (evaluated.length != real.length || evaluated.length < 2) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d points are to be compared with %d", evaluated.length / 2, real.length / 2));
        }
    }

    /** Number of points on either side. */
    public int size() {
        return evaluated.length / 2;
    }

    /** Comparison of other points with the same real ones; of real points for the floor of a metric. */
    public PointComparison withEvaluated(float[] others) {
        return new PointComparison(others, real, bounds, modes);
    }

    ModeCoverage coverage() {
        if (modes == null) {
            throw new IllegalStateException("This data has no modes to count.");
        }
        return ModeCoverage.of(evaluated, modes);
    }
}
