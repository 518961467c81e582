package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PixelColumnExtentsTest {

    @Test
    void slopeCoversItsPartOfEachColumn() {
        PixelColumnExtents extents = new PixelColumnExtents(4);
        extents.cover(0, 0, 4, 40);
        for (int column = 0; column < 4; column++) {
            assertEquals(10 * column, extents.top(column));
            assertEquals(10, extents.height(column));
        }
    }

    @Test
    void uprightLineCoversOneColumnFromEndToEnd() {
        PixelColumnExtents extents = new PixelColumnExtents(3);
        extents.cover(1.5, 30, 1.5, 5);
        assertTrue(extents.isEmpty(0));
        assertEquals(5, extents.top(1));
        assertEquals(25, extents.height(1));
        assertTrue(extents.isEmpty(2));
    }

    @Test
    void levelLineIsOnePixelHigh() {
        PixelColumnExtents extents = new PixelColumnExtents(2);
        extents.cover(0, 7, 2, 7);
        assertEquals(7, extents.top(1));
        assertEquals(1, extents.height(1));
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        PixelColumnExtents extents = new PixelColumnExtents(2);
        extents.cover(-10, 0, -1, 9);
        extents.cover(5, 0, 9, 9);
        assertTrue(extents.isEmpty(0));
        assertTrue(extents.isEmpty(1));
        extents.cover(-1, 0, 1, 20);
        assertFalse(extents.isEmpty(0));
        assertEquals(10, extents.top(0));
    }
}
