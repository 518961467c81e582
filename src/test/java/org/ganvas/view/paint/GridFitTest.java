package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

final class GridFitTest {

    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);

    @Test
    void takesTheLargestWholeScaleThatFits() {
        // Eight of 28 pixels at three times, and seven gaps of three, are 693.
        assertEquals(3, GridFit.into(DIGIT, 8, 8, 693, 800).scale().up());
        assertEquals(2, GridFit.into(DIGIT, 8, 8, 692, 800).scale().up());
    }

    @Test
    void shrinksByWholeNumbersWhereTheRoomIsTooSmall() {
        GridFit fit = GridFit.into(DIGIT, 16, 16, 300, 300);
        assertEquals(new Scale(1, 2), fit.scale());
        assertTrue(fit.width() <= 300 && fit.height() <= 300);
    }

    @Test
    void narrowedKeepsTheScaleAndAtLeastOneColumn() {
        GridFit fit = GridFit.into(DIGIT, 8, 10, 600, 600);
        assertEquals(3, fit.narrowed(3 * 56 + 2 * 2).columns());
        assertEquals(1, fit.narrowed(0).columns());
        assertEquals(fit.scale(), fit.narrowed(0).scale());
    }
}
