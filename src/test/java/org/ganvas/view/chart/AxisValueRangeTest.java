package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.session.run.ScalarCurve;
import org.junit.jupiter.api.Test;

final class AxisValueRangeTest {

    @Test
    void oneWildStepDoesNotFlattenTheCurve() {
        double[] values = new double[200];
        Arrays.fill(values, 1);
        double[] wild = values.clone();
        wild[3] = 5000;
        AxisValueRange range = AxisValueRange.of(List.of(new ScalarCurve(values, values, values, wild, values)), 0.7);
        assertTrue(range.high() < 2, range.toString());
        assertTrue(range.low() <= 0.7 && range.high() >= 1, range.toString());
    }

    @Test
    void levelsAreAlwaysInsideAlsoBelowZero() {
        AxisValueRange range = AxisValueRange.of(List.of(ScalarCurve.EMPTY), 1.386, -0.693);
        assertTrue(range.low() < -0.693 && range.high() > 1.386, range.toString());
    }

    @Test
    void tinyValuesFillTheAxisToo() {
        double[] rate = {2e-4, 2e-4};
        double[] half = {1e-4, 1e-4};
        AxisValueRange range = AxisValueRange.of(
                List.of(new ScalarCurve(rate, rate, rate, rate, rate), new ScalarCurve(half, half, half, half, half)));
        assertTrue(range.high() < 2.5e-4 && range.low() > 5e-5, range.toString());
    }

    @Test
    void oneLevelIsNotAnEmptyAxis() {
        double[] rate = {2e-4, 2e-4};
        AxisValueRange range = AxisValueRange.of(List.of(new ScalarCurve(rate, rate, rate, rate, rate)));
        assertTrue(range.low() < 1.9e-4 && range.high() > 2.1e-4, range.toString());
    }

    @Test
    void valuesWithoutALogarithmAreLeftOut() {
        double[] powers = {Double.NaN, -3, -1};
        AxisValueRange range = AxisValueRange.ofLogarithms(
                List.of(new ScalarCurve(powers, powers, powers, powers, powers)), Double.NaN);
        assertTrue(range.low() < -3 && range.low() > -4, range.toString());
        assertTrue(range.high() > -1 && range.high() < 0, range.toString());
    }

    @Test
    void smallChangesKeepTheAxisStill() {
        AxisValueRange range = new AxisValueRange(0, 2);
        assertTrue(range.fits(new AxisValueRange(0, 1.9)));
        assertTrue(range.fits(new AxisValueRange(0.05, 2.05)));
        assertFalse(range.fits(new AxisValueRange(0, 2.5)));
        assertFalse(range.fits(new AxisValueRange(0, 1)));
    }
}
