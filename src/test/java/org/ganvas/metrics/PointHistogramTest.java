package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class PointHistogramTest {

    private final PointHistogram quarters = new PointHistogram(new PointBounds(0, 0, 2, 2), 2);

    @Test
    void everyPointFallsIntoItsCell() {
        float[] points = {0, 0, 0.5f, 0.5f, 1.5f, 0, 2, 0.1f, 0.3f, 1, 2, 2, 2.1f, 1, -0.1f, 1, Float.NaN, 1};
        assertArrayEquals(new int[] {2, 2, 1, 1, 3}, quarters.counts(points));
    }

    @Test
    void noPointIsLostOrCountedTwice() {
        PointHistogram fine = new PointHistogram(new PointBounds(-1, -1, 1, 1), 40);
        float[] points = PointSamples.gaussian(10_000, 0.6, 0);
        float[] before = points.clone();
        assertEquals(10_000, Arrays.stream(fine.counts(points)).sum());
        assertEquals(1, Arrays.stream(fine.probabilities(points)).sum(), 1e-12);
        assertArrayEquals(before, points, "the points are as they were");
    }

    @Test
    void probabilitiesCarryThePseudoCount() {
        double total = 2 + 5 * 0.125;
        assertArrayEquals(
                new double[] {2.125 / total, 0.125 / total, 0.125 / total, 0.125 / total, 0.125 / total},
                quarters.probabilities(new float[] {0, 0, 0, 0}),
                1e-12);
    }
}
