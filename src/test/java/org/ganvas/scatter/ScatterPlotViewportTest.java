package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.PointBounds;
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
        assertEquals(List.of(-5.0, 0.0, 5.0, 10.0, 15.0), across.values());
        assertEquals(List.of(0.0, 5.0, 10.0), wide.ticksDown(50).values());
        assertEquals(2, wide.ticksAcross(21).step());
    }

    @ParameterizedTest
    @CsvSource({
        "-1.2, 1.2, 0.3, 0.5, 0.5, '-1.0'",
        "0, 1, 0.06, 0.1, 0.1, '0.0'",
        "-4, 4, 1.5, 2, -4, '-4'",
        "0, 5000, 700, 1000, 3000, '0'",
        "0, 1e-9, 2e-10, 2e-10, 2e-10, '0.000e+00'",
        "0, 1e9, 2e8, 2e8, 2e8, '0'"
    })
    void labelsHaveTheDecimalsTheyNeed(double low, double high, double gap, double step, double some, String first) {
        AxisTicks ticks = AxisTicks.between(low, high, gap);
        assertEquals(step, ticks.step(), 1e-12 * Math.abs(step));
        assertTrue(ticks.values().stream().anyMatch(value -> Math.abs(value - some) < 1e-9 * step));
        assertEquals(first, ticks.label(ticks.values().get(0)));
        assertTrue(ticks.values().stream().noneMatch(value -> ticks.label(value).startsWith("-0.0")));
    }

    @Test
    void pointsOutsideAreCountedOnceAtTheirEdge() {
        float[] points = {
            5, 5, -6, 5, 100, 5, 5, 11, 5, -90, 5, -1, Float.NaN, 1, 1000, -2000, Float.NEGATIVE_INFINITY, 0
        };
        assertEquals(new PointOverflowCounts(2, 1, 1, 3, 1), PointOverflowCounts.count(wide, points));
    }
}
