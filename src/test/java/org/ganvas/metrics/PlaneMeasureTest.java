package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.PlaneBox;
import org.junit.jupiter.api.Test;

class PlaneMeasureTest {

    private static final int COUNT = 2500;

    private final Dataset ring = PlaneDraws.set("ring");
    private final float[] real = PlaneDraws.of(ring, COUNT, 0);
    private final float[] otherReal = PlaneDraws.of(ring, COUNT, 1);
    private final PlaneComparison perfect = compare(PlaneDraws.of(ring, COUNT, 2));

    private PlaneComparison compare(float[] judged) {
        return new PlaneComparison(
                judged,
                real,
                PlaneBox.around(PlaneDraws.of(ring, 10_000, 3)),
                ring.modes().orElseThrow());
    }

    @Test
    void aPerfectGeneratorScoresLikeRealPoints() {
        for (PlaneMeasure measure : PlaneMeasure.values()) {
            double floor = measure.floor(perfect, otherReal);
            // What carries whole modes' worth of points about varies more from draw to draw.
            double share = measure.name().startsWith("SLICED") ? 0.6 : 0.2;
            double spread = Math.max(share * Math.abs(floor), 0.003);
            assertEquals(floor, measure.value(perfect), spread, measure.name());
        }
    }

    @Test
    void everyMeasureSeesACollapse() {
        float[] one = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            System.arraycopy(PlaneDraws.moved(PlaneDraws.gaussian(1, 0.05, i), 1, 0), 0, one, 2 * i, 2);
        }
        PlaneComparison collapsed = compare(one);
        assertEquals(1, PlaneMeasure.MODES_CAPTURED.value(collapsed));
        assertEquals(Math.log(8), PlaneMeasure.REVERSE_KL.value(collapsed), 1e-12);
        assertEquals(0.989, PlaneMeasure.HIGH_QUALITY.value(collapsed), 0.01);
        for (PlaneMeasure measure : List.of(
                PlaneMeasure.REVERSE_KL,
                PlaneMeasure.KL,
                PlaneMeasure.JS,
                PlaneMeasure.SLICED_W1,
                PlaneMeasure.SLICED_W2)) {
            double floor = measure.floor(collapsed, otherReal);
            assertTrue(measure.value(collapsed) > 4 * floor, measure.name() + " " + measure.value(collapsed));
            assertFalse(measure.higherIsBetter());
        }
    }

    @Test
    void whatLiesFarOutsideIsOneBitAway() {
        PlaneComparison far = compare(PlaneDraws.moved(real, 100, 0));
        assertEquals(0, PlaneMeasure.HIGH_QUALITY.value(far));
        assertEquals(1, PlaneMeasure.JS.value(far), 1e-3);
        float[] nowhere = new float[2 * COUNT];
        Arrays.fill(nowhere, Float.NaN);
        assertEquals(1, PlaneMeasure.JS.value(compare(nowhere)), 1e-3);
        assertTrue(Double.isNaN(PlaneMeasure.SLICED_W1.value(compare(nowhere))));
    }

    @Test
    void floorsInClosedFormAreThoseOfTheMixture() {
        assertEquals(8, PlaneMeasure.MODES_CAPTURED.expectedFloor(perfect).orElseThrow());
        assertEquals(0.98889, PlaneMeasure.HIGH_QUALITY.expectedFloor(perfect).orElseThrow(), 1e-5);
        assertEquals(0.0014, PlaneMeasure.REVERSE_KL.expectedFloor(perfect).orElseThrow(), 1e-12);
        assertTrue(PlaneMeasure.JS.expectedFloor(perfect).isEmpty());
    }

    @Test
    void modesAreCountedOnlyWhereThereAreSome() {
        assertEquals(7, PlaneMeasure.of(ring.modes().orElseThrow()).size());
        assertEquals(
                List.of(PlaneMeasure.KL, PlaneMeasure.JS, PlaneMeasure.SLICED_W1, PlaneMeasure.SLICED_W2),
                PlaneMeasure.of(null));
        PlaneComparison plain = new PlaneComparison(real, otherReal, PlaneBox.around(real), null);
        assertThrows(IllegalStateException.class, () -> PlaneMeasure.HIGH_QUALITY.value(plain));
        assertThrows(IllegalArgumentException.class, () -> perfect.withJudged(new float[2]));
    }
}
