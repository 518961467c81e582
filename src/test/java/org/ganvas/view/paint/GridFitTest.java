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

    @Test
    void thePictureUnderThePointerIsFound() {
        GridFit fit = GridFit.into(new ImageShape(1, 10, 10), 3, 4, 92, 68);
        assertEquals(0, fit.pictureAt(0, 0));
        assertEquals(3, fit.pictureAt(fit.width() - 1, 1));
        assertEquals(11, fit.pictureAt(fit.width() - 1, fit.height() - 1));
        assertEquals(4, fit.pictureAt(1, 24));
        assertEquals(-1, fit.pictureAt(-1, 5));
        assertEquals(-1, fit.pictureAt(5, 900));
    }
}
