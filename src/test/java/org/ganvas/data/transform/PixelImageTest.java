package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

class PixelImageTest {

    /** 4 x 2 pixels: 0 to 0.3 above, 0.4 to 0.7 below. */
    private static PixelImage wide() {
        float[] pixels = new float[8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / 10f;
        }
        return new PixelImage(new ImageShape(1, 2, 4), pixels);
    }

    @Test
    void fittingTakesTheCentre() {
        assertArrayEquals(
                new float[] {0.1f, 0.2f, 0.5f, 0.6f}, wide().fitted(2, 2).pixels(), 1e-6f);
    }

    @Test
    void theLongerSideDecidesAndProportionsStay() {
        PixelImage half = wide().withLongerSide(2);
        assertEquals(new ImageShape(1, 1, 2), half.shape());
        assertArrayEquals(new float[] {0.25f, 0.45f}, half.pixels(), 1e-6f);
    }

    @Test
    void greyAndColourAreConvertedByLuma() {
        PixelImage colour = wide().toColour();
        assertTrue(colour.isColour() && colour.isGreyInColour());
        assertArrayEquals(wide().pixels(), colour.toGrey().pixels(), 1e-6f);
        PixelImage green = new PixelImage(new ImageShape(3, 1, 1), new float[] {-1, 1, -1});
        assertEquals(2 * 0.587f - 1, green.toGrey().pixels()[0], 1e-6f);
        assertFalse(green.isGreyInColour());
    }
}
