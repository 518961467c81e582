package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

final class SampleGridFitTest {

    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);

    @Test
    void takesTheLargestScaleThatFits() {
        // Eight of 28 pixels at five times, and seven gaps of four, are 1,148.
        assertEquals(
                new ImageScale(5, 1),
                SampleGridFit.into(DIGIT, 8, 8, 1148, 1200).scale());
        assertEquals(
                new ImageScale(4, 1),
                SampleGridFit.into(DIGIT, 8, 8, 1147, 1200).scale());
        // At three times, with gaps of three, 693.
        assertEquals(
                new ImageScale(3, 1), SampleGridFit.into(DIGIT, 8, 8, 693, 800).scale());
        assertEquals(
                new ImageScale(5, 2), SampleGridFit.into(DIGIT, 8, 8, 692, 800).scale());
        // At one and a half, with gaps of one, 343.
        assertEquals(
                new ImageScale(3, 2), SampleGridFit.into(DIGIT, 8, 8, 343, 800).scale());
        assertEquals(
                new ImageScale(5, 4), SampleGridFit.into(DIGIT, 8, 8, 342, 800).scale());
    }

    @Test
    void shrinksInEighthsWhereTheAreaIsTooSmall() {
        // Sixteen of 17 pixels and fifteen gaps of one are 287; with 21 pixels they would be 351.
        SampleGridFit fit = SampleGridFit.into(DIGIT, 16, 16, 300, 300);
        assertEquals(new ImageScale(5, 8), fit.scale());
        assertEquals(287, fit.width());
        assertTrue(fit.width() <= 300 && fit.height() <= 300);
    }

    @Test
    void theImageUnderThePointerIsFound() {
        SampleGridFit fit = SampleGridFit.into(new ImageShape(1, 10, 10), 3, 4, 92, 68);
        assertEquals(0, fit.imageAt(0, 0));
        assertEquals(3, fit.imageAt(fit.width() - 1, 1));
        assertEquals(11, fit.imageAt(fit.width() - 1, fit.height() - 1));
        assertEquals(4, fit.imageAt(1, 24));
        assertEquals(-1, fit.imageAt(-1, 5));
        assertEquals(-1, fit.imageAt(5, 900));
    }
}
