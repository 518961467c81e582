package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PointBoundsTest {

    @Test
    void boundsAroundPointsTouchTheOutermost() {
        PointBounds box =
                PointBounds.around(new float[] {1, -2, 3, 5, 2, 0, Float.NaN, 100, 100, Float.POSITIVE_INFINITY});
        assertEquals(new PointBounds(1, -2, 3, 5), box);
        assertTrue(box.contains(1, -2));
        assertFalse(box.contains(0.99, 0));
        assertFalse(box.contains(Double.NaN, 0));
    }

    @Test
    void enlargedKeepsTheCentre() {
        assertEquals(new PointBounds(-1.5, -3, 11.5, 23), new PointBounds(0, 0, 10, 20).enlarged(0.3));
    }

    @Test
    void pointsOnALineOrAllEqualHaveBoundsOfPositiveSize() {
        PointBounds line = PointBounds.around(new float[] {0, 7, 10, 7});
        assertEquals(0.01, line.height(), 1e-9);
        assertEquals(7, (line.top() + line.bottom()) / 2, 1e-9);
        PointBounds spot = PointBounds.around(new float[] {500, 0});
        assertTrue(spot.width() > 0.4 && spot.height() > 0.4, spot.toString());
        assertEquals(new PointBounds(-1, -1, 1, 1), PointBounds.around(new float[0]));
    }

    @Test
    void boundsWithoutWidthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PointBounds(1, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new PointBounds(0, Double.NaN, 1, 2));
    }
}
