package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImageResizerTest {

    @Test
    void theSameSizeIsTheSameImage() {
        float[] pixels = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(pixels, ImageResizer.resize(pixels, 3, 2, 3, 2), 1e-5f);
    }

    @Test
    void halfTheSizeIsTheMeanOfFour() {
        float[] pixels = {0, 4, 10, 20, 8, 12, 30, 40};
        assertArrayEquals(new float[] {6, 25}, ImageResizer.resize(pixels, 4, 2, 2, 1), 1e-5f);
    }

    @Test
    void aPixelThatIsCutCountsByItsShares() {
        // Three old pixels for two new ones: one and a half each.
        assertArrayEquals(
                new float[] {(3 + 0.5f * 6) / 1.5f, (0.5f * 6 + 9) / 1.5f},
                ImageResizer.resize(new float[] {3, 6, 9}, 3, 1, 2, 1),
                1e-5f);
    }

    @Test
    void enlargingIsLinearBetweenAdjacentPixels() {
        assertArrayEquals(new float[] {0, 2, 6, 8}, ImageResizer.resize(new float[] {0, 8}, 2, 1, 4, 1), 1e-5f);
    }

    @Test
    void theMeanIsKeptForAllSizes() {
        float[] pixels = new float[37 * 23];
        java.util.Arrays.fill(pixels, 77);
        for (int side = 1; side <= 64; side += 7) {
            for (float pixel : ImageResizer.resize(pixels, 37, 23, side, side)) {
                assertEquals(77, pixel, 1e-3, "side " + side);
            }
        }
    }
}
