package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PixelSharesTest {

    private static double at(PixelShares shares, int place, double[] pixels) {
        double sum = 0;
        for (int i = 0; i < shares.weights()[place].length; i++) {
            sum += shares.weights()[place][i] * pixels[shares.first()[place] + i];
        }
        return sum;
    }

    @Test
    void smoothWeightsAddUpToOneAndStayInside() {
        for (int pixels : new int[] {1, 2, 3, 28}) {
            PixelShares shares = PixelShares.smooth(pixels, 5 * pixels + 1);
            for (int i = 0; i < shares.first().length; i++) {
                double sum = 0;
                for (float weight : shares.weights()[i]) {
                    sum += weight;
                }
                assertEquals(1, sum, 1e-6);
                assertTrue(shares.first()[i] >= 0 && shares.first()[i] + shares.weights()[i].length <= pixels);
            }
        }
    }

    /** A cubic through samples of a line is that line, away from the edges. */
    @Test
    void smoothEnlargementOfALineIsALine() {
        double[] line = {0, 1, 2, 3, 4, 5, 6, 7};
        PixelShares shares = PixelShares.smooth(8, 32);
        for (int i = 8; i < 24; i++) {
            assertEquals((i + 0.5) / 4 - 0.5, at(shares, i, line), 1e-6);
        }
    }

    @Test
    void smoothShrinkingIsAreaAveraging() {
        PixelShares smooth = PixelShares.smooth(9, 4);
        PixelShares average = PixelShares.of(9, 4);
        assertArrayEquals(average.first(), smooth.first());
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(average.weights()[i], smooth.weights()[i]);
        }
    }
}
