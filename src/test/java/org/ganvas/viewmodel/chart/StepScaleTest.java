package org.ganvas.viewmodel.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.session.run.ScalarCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepScaleTest {

    /** Run that is ten times as fast after a hundred steps. */
    private static final ScalarCurve CLOCK = new ScalarCurve(
            new double[] {50, 100, 300}, new double[] {5, 10, 12}, new double[3], new double[3], new double[3]);

    @Test
    void imagesAreStepsTimesTheBatch() {
        assertEquals(64 * 120, StepScale.of(ChartUnit.IMAGES, 64, CLOCK).at(120));
    }

    @Test
    void secondsFollowTheTrainingTime() {
        StepScale scale = StepScale.of(ChartUnit.SECONDS, 64, CLOCK);
        assertEquals(2.5, scale.at(25), 1e-12);
        assertEquals(10, scale.at(100), 1e-12);
        assertEquals(11, scale.at(200), 1e-12);
        assertEquals(13, scale.at(400), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(ChartUnit.class)
    void positionAndStepAreInverse(ChartUnit unit) {
        StepScale scale = StepScale.of(unit, 64, CLOCK);
        for (double step : new double[] {0, 1, 50, 77, 100, 250, 300, 1000}) {
            assertEquals(step, scale.step(scale.at(step)), 1e-9);
        }
    }

    @Test
    void runWithoutStepsCountsStepsAsSeconds() {
        assertEquals(100, StepScale.of(ChartUnit.SECONDS, 1, ScalarCurve.EMPTY).at(100));
    }
}
