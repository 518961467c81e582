package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class MarginPainterTest {

    private static final ScatterPlotViewport VIEW = ScatterPlotViewport.around(new PointBounds(-1, -1, 1, 1), 192, 192);

    @Test
    void sharesCountThePointsInViewByBin() {
        float[] points = {-0.99f, 0.99f, -0.99f, 0.5f, 0.99f, -5, Float.NaN, 0};
        double[] across = MarginPainter.shares(VIEW, points, 0);
        assertEquals(0.5, across[0]);
        assertEquals(0.25, across[95]);
        assertEquals(0.75, Arrays.stream(across).sum(), 1e-12);
        double[] down = MarginPainter.shares(VIEW, points, 1);
        assertEquals(0.25, down[0]);
        assertEquals(0.75, Arrays.stream(down).sum(), 1e-12);
    }

    @Test
    void theFullestBinOfEachAxisIsAsHighAsTheMargin() {
        int[] pixels = new int[192 * 192];
        Arrays.fill(pixels, 0xFFFFFFFF);
        int[] before = pixels.clone();
        MarginPainter.paint(VIEW, ScatterPlotPalette.PAPER, new float[] {0.5f, 0.5f}, new float[0], pixels);
        assertNotEquals(before[144], pixels[144], "the bar over x 0.5 reaches the upper edge");
        assertEquals(before[20], pixels[20], "no bar elsewhere");
        assertNotEquals(before[48 * 192 + 191], pixels[48 * 192 + 191], "the bar beside y 0.5 reaches the right edge");
    }
}
