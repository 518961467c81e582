package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScatterPlotViewportTest {

    private final ScatterPlotViewport wide = ScatterPlotViewport.around(new PointBounds(0, 0, 10, 10), 400, 200);

    @Test
    void scalesAreEqualAndTheBoundsAreCentred() {
        assertEquals(20, wide.pixelsPerUnit());
        assertEquals(100, wide.across(0));
        assertEquals(300, wide.across(10));
        assertEquals(200, wide.down(0));
        assertEquals(0, wide.down(10));
        assertTrue(wide.contains(-5, 5));
        assertFalse(wide.contains(-5.1, 5));
        assertFalse(wide.contains(Double.NaN, 5));
    }

    @Test
    void positionsRoundTrip() {
        assertEquals(3.7, wide.xAt(wide.across(3.7)), 1e-12);
        assertEquals(-2.1, wide.yAt(wide.down(-2.1)), 1e-12);
    }

    @Test
    void ticksAreRoundNumbersInsideTheViewport() {
        AxisTicks across = wide.ticksAcross(50);
        assertEquals(List.of(-5.0, 0.0, 5.0, 10.0, 15.0), across.positions());
        assertEquals(List.of(0.0, 5.0, 10.0), wide.ticksDown(50).positions());
        List<Double> fine = wide.ticksAcross(21).positions();
        assertEquals(2, fine.get(1) - fine.get(0));
        assertEquals("", across.note());
    }

    @ParameterizedTest
    @CsvSource({
        "-1.2, 1.2, 0.3, 0, 1, 0.5, '-1.0 -0.5 0.0 0.5 1.0 |'",
        "0, 1, 0.15, 0, 1, 0.2, '0.0 0.2 0.4 0.6 0.8 1.0 |'",
        "-4, 4, 1.5, 0, 1, 2, '-4 -2 0 2 4 |'",
        "0, 5000, 1700, 0, 1, 2000, '0 2000 4000 |'",
        "0, 1e-9, 2e-10, 0, 1, 2e-10, '0.0 0.2 0.4 0.6 0.8 1.0 | x1e-9'",
        "0, 1e9, 3e8, 0, 1, 5e8, '0.0 0.5 1.0 | x1e9'",
        "-1.2, 1.2, 0.3, 1700000150, 128, 0.390625, '0 50 100 150 200 250 300 | +1700000000'",
        "-1.2, 1.2, 0.3, 5333000, 0.0078125, 0.64, '-5 0 5 | x1e-3+5333000'",
        "-2, 2, 1, 1e300, 1e280, 1, '-2 -1 0 1 2 | x1e280+1E+300'",
        "-2, 2, 1, 0, 1e-300, 1, '-2 -1 0 1 2 | x1e-300'",
        "-2, 2, 1, -1700000000, 1, 1, '-2 -1 0 1 2 | -1700000000'"
    })
    void labelsAreShortRoundNumbersOfTheUsersUnits(
            double low, double high, double gap, double centre, double scale, double apart, String expected) {
        AxisTicks axis = AxisTicks.between(low, high, gap, centre, scale);
        String labels = axis.ticks().stream().map(AxisTicks.Tick::label).collect(Collectors.joining(" "));
        assertEquals(expected, (labels + " | " + axis.note()).strip());
        for (int i = 1; i < axis.ticks().size(); i++) {
            assertEquals(apart, axis.positions().get(i) - axis.positions().get(i - 1), 1e-9 * apart);
        }
        assertTrue(axis.positions().stream().allMatch(at -> at >= low && at <= high * (1 + 1e-12)));
    }

    @Test
    void anAxisThatHasNoNumbersHasNoTicks() {
        assertEquals(
                List.of(),
                AxisTicks.between(-1, 1, 0.5, 0, Double.MAX_VALUE * 4).ticks());
        assertEquals(List.of(), AxisTicks.between(Double.NaN, 1, 0.5, 0, 1).ticks());
        assertTrue(AxisTicks.between(-1e10, 1e10, 1e9, 1e300, 1e299).ticks().isEmpty(), "beyond the largest number");
    }

    @Test
    void ticksOfAViewportAreThoseOfItsTransform() {
        ScatterPlotViewport seconds = ScatterPlotViewport.around(
                new PointBounds(-1, -1, 1, 1), 300, 300, new PointTransform(1_700_000_150, 0, 128, 0.5));
        AxisTicks across = seconds.ticksAcross(60);
        assertEquals("+1700000000", across.note());
        assertEquals(new AxisTicks.Tick(-50 / 128.0, "100"), across.ticks().get(0));
        assertEquals(
                new AxisTicks.Tick(0.8, "0.4"), seconds.ticksDown(60).ticks().get(4));
    }

    @Test
    void pointsOutsideAreCountedOnceAtTheirEdge() {
        float[] points = {
            5, 5, -6, 5, 100, 5, 5, 11, 5, -90, 5, -1, Float.NaN, 1, 1000, -2000, Float.NEGATIVE_INFINITY, 0
        };
        assertEquals(new PointOverflowCounts(2, 1, 1, 3, 1), PointOverflowCounts.count(wide, points));
    }
}
