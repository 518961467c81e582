package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class PointMetricTest {

    private static final int COUNT = 2500;

    private final Dataset ring = PointSamples.set("ring");
    private final float[] real = PointSamples.of(ring, COUNT, 0);
    private final float[] otherReal = PointSamples.of(ring, COUNT, 1);
    private final PointComparison perfect = compare(PointSamples.of(ring, COUNT, 2));

    private PointComparison compare(float[] evaluated) {
        return new PointComparison(
                evaluated,
                real,
                PointBounds.around(PointSamples.of(ring, 10_000, 3)),
                ring.modes().orElseThrow());
    }

    @Test
    void aPerfectGeneratorScoresLikeRealPoints() {
        for (PointMetric measure : PointMetric.values()) {
            double floor = measure.floor(perfect, otherReal);
            // Transport of whole modes varies more from sample to sample.
            double share = measure.name().startsWith("SLICED") ? 0.6 : 0.2;
            double spread = Math.max(share * Math.abs(floor), 0.003);
            assertEquals(floor, measure.value(perfect), spread, measure.name());
        }
    }

    @Test
    void everyMetricDetectsACollapse() {
        float[] one = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            System.arraycopy(PointSamples.moved(PointSamples.gaussian(1, 0.05, i), 1, 0), 0, one, 2 * i, 2);
        }
        PointComparison collapsed = compare(one);
        assertEquals(1, PointMetric.MODES_CAPTURED.value(collapsed));
        assertEquals(Math.log(8), PointMetric.REVERSE_KL.value(collapsed), 1e-12);
        assertEquals(0.989, PointMetric.HIGH_QUALITY.value(collapsed), 0.01);
        for (PointMetric measure : List.of(
                PointMetric.REVERSE_KL, PointMetric.KL, PointMetric.JS, PointMetric.SLICED_W1, PointMetric.SLICED_W2)) {
            double floor = measure.floor(collapsed, otherReal);
            assertTrue(measure.value(collapsed) > 4 * floor, measure.name() + " " + measure.value(collapsed));
            assertFalse(measure.higherIsBetter());
        }
    }

    @Test
    void distantPointsAreOneBitApart() {
        PointComparison far = compare(PointSamples.moved(real, 100, 0));
        assertEquals(0, PointMetric.HIGH_QUALITY.value(far));
        assertEquals(1, PointMetric.JS.value(far), 1e-3);
        float[] nowhere = new float[2 * COUNT];
        Arrays.fill(nowhere, Float.NaN);
        assertEquals(1, PointMetric.JS.value(compare(nowhere)), 1e-3);
        assertTrue(Double.isNaN(PointMetric.SLICED_W1.value(compare(nowhere))));
    }

    @Test
    void floorsInClosedFormAreThoseOfTheMixture() {
        assertEquals(8, PointMetric.MODES_CAPTURED.expectedFloor(perfect).orElseThrow());
        assertEquals(0.98889, PointMetric.HIGH_QUALITY.expectedFloor(perfect).orElseThrow(), 1e-5);
        assertEquals(0.0014, PointMetric.REVERSE_KL.expectedFloor(perfect).orElseThrow(), 1e-12);
        assertTrue(PointMetric.JS.expectedFloor(perfect).isEmpty());
    }

    @Test
    void metricsOfModesNeedAMixture() {
        assertEquals(7, PointMetric.of(ring.modes().orElseThrow()).size());
        assertEquals(
                List.of(PointMetric.KL, PointMetric.JS, PointMetric.SLICED_W1, PointMetric.SLICED_W2),
                PointMetric.of(null));
        PointComparison plain = new PointComparison(real, otherReal, PointBounds.around(real), null);
        assertThrows(IllegalStateException.class, () -> PointMetric.HIGH_QUALITY.value(plain));
        assertThrows(IllegalArgumentException.class, () -> perfect.withEvaluated(new float[2]));
    }
}
