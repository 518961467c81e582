package org.ganvas.metrics;

import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointBounds;
import org.jspecify.annotations.Nullable;

/**
 * Points to judge, and what they should be like. Not to be changed; any thread.
 *
 * @param evaluated x and y of each point in turn
 * @param real as many points of the data
 * @param bounds of all the data
 * @param modes where the data is a mixture; else null
 */
public record PointComparison(
        float[] evaluated,
        float[] real,
        PointBounds bounds,
        @Nullable GaussianMixture modes) {

    public PointComparison {
        if (evaluated.length != real.length || evaluated.length < 2) {
            throw new IllegalArgumentException(
                    "%d points are to be compared with %d".formatted(evaluated.length / 2, real.length / 2));
        }
    }

    /** Number of points on either side. */
    public int size() {
        return evaluated.length / 2;
    }

    /** The same with other points to judge: real ones, for the floor of a measure. */
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
