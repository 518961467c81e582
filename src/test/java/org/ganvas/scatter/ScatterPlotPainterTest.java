package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class ScatterPlotPainterTest {

    private static final ScatterPlotPalette PALETTE =
            new ScatterPlotPalette(0xFF000000, 0xFF202020, 0xFFFFFFFF, 0xFF00FF00, 0xFFFF0000, 0xFF0000FF, 0xFFFF00FF);
    private static final int SIDE = 100;

    private final ScatterPlotViewport frame = ScatterPlotViewport.around(new PointBounds(-1, -1, 1, 1), SIDE, SIDE);
    private final int[] pixels = new int[SIDE * SIDE];

    private int at(double x, double y) {
        return pixels[(int) frame.down(y) * SIDE + (int) frame.across(x)];
    }

    private void still(float... real) {
        ScatterPlotPainter.paintBackground(frame, PALETTE, real, 1, pixels);
    }

    @Test
    void everyPixelIsOpaque() {
        still(0.5f, 0.5f);
        ScatterPlotPainter.paintGenerated(frame, PALETTE, new float[] {-0.5f, 0.3f, 9, 9}, 1, pixels);
        ScatterPlotPainter.paintTrail(
                frame, PALETTE, new LatentTrail(new float[] {0, 0}, new float[] {-1, -1, 1, 1}), 1, pixels);
        assertTrue(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xFF));
    }

    @Test
    void realPointsAreCrossesAndGeneratedOnesDots() {
        still(0.51f, 0.51f);
        ScatterPlotPainter.paintGenerated(frame, PALETTE, new float[] {-0.49f, 0.51f}, 1, pixels);
        assertTrue(green(at(0.51, 0.51)) > 180);
        // Two pixels along an arm there is ink, two pixels along the diagonal there is none.
        assertTrue(green(at(0.55, 0.51)) > 60, Integer.toHexString(at(0.55, 0.51)));
        assertEquals(0xFF000000, at(0.55, 0.55));
        assertTrue(red(at(-0.49, 0.51)) > 150);
        assertTrue(red(at(-0.47, 0.53)) > 100, "a dot is filled");
    }

    @Test
    void gridLinesStandAtTheTicks() {
        still();
        assertEquals(0xFF202020, at(0, 0.5));
        assertEquals(0xFF202020, at(0.5, 0));
        assertEquals(0xFF000000, at(0.5, 0.5));
    }

    @Test
    void pointsOutsideBecomeArrowsAtTheEdge() {
        still();
        PointOverflowCounts outside =
                ScatterPlotPainter.paintGenerated(frame, PALETTE, new float[] {50, 0.5f}, 1, pixels);
        assertEquals(1, outside.right());
        int row = (int) frame.down(0.5);
        assertTrue(red(pixels[row * SIDE + SIDE - 3]) > 200);
        // Wider further from the tip.
        assertTrue(red(pixels[(row - 3) * SIDE + SIDE - 6]) > 100);
        assertEquals(0, red(pixels[(row - 3) * SIDE + SIDE - 2]));
    }

    @Test
    void pointsWithNaNAreCountedAndNotPainted() {
        still();
        int[] before = pixels.clone();
        assertEquals(
                1,
                ScatterPlotPainter.paintGenerated(frame, PALETTE, new float[] {Float.NaN, 0}, 1, pixels)
                        .notANumber());
        assertTrue(Arrays.equals(before, pixels));
        float[] wild = {Float.NaN, 0, Float.POSITIVE_INFINITY, 3, 1e30f, -1e30f};
        ScatterPlotPainter.paintTrail(frame, PALETTE, new LatentTrail(wild, wild), 1, pixels);
        ScatterPlotPainter.paintGenerated(frame, PALETTE, wild, 1, pixels);
    }

    @Test
    void theCurrentLatentIsARingAndThePathALine() {
        still();
        ScatterPlotPainter.paintTrail(
                frame,
                PALETTE,
                new LatentTrail(new float[] {0.5f, 0.5f}, new float[] {-0.9f, -0.5f, 0.3f, -0.5f}),
                1,
                pixels);
        assertTrue(red(at(0.5, 0.5)) > 200 && green(at(0.5, 0.5)) < 50);
        assertTrue(green(at(0.5 + 0.11, 0.5)) > 150, "the ring around it");
        assertTrue(green(at(-0.3, -0.5)) > 150, "half way along");
        assertEquals(0xFF000000, at(-0.3, -0.6));
    }

    @Test
    void anImageTooSmallForItsFrameIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ScatterPlotPainter.paintBackground(frame, PALETTE, new float[0], 1, new int[SIDE]));
    }

    @Test
    void anImageHasAFrameLabelsAndCounts() {
        ScatterPlotData quiet =
                new ScatterPlotData(new PointBounds(-1, -1, 1, 1), new float[0], new float[0], LatentTrail.EMPTY);
        int[] sheet = new ScatterPlotImage(320).render(quiet, PALETTE);
        assertEquals(320 * 320, sheet.length);
        assertEquals(0xFFFFFFFF, sheet[27 * 320 + 100], "the edge");
        assertTrue(colours(sheet, 0, 26) > 20, "numbers left of it");
        ScatterPlotData loud =
                new ScatterPlotData(quiet.bounds(), quiet.real(), new float[] {0, 77, 1, 78}, LatentTrail.EMPTY);
        int[] counted = new ScatterPlotImage(320).render(loud, PALETTE);
        assertNotEquals(0, red(counted[Arrays.mismatch(sheet, counted)]));
        assertTrue(Arrays.mismatch(sheet, counted) < 27 * 320, "the count stands above the edge");
        assertThrows(IllegalArgumentException.class, () -> new ScatterPlotImage(100));
    }

    @Test
    void smallDigitsAreLegible() {
        int[] page = new int[11 * 5];
        PixelBitmapFont.draw(new MarkRasterizer(page, 11, 5), "1-7", 0, 0, 1, 1);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < page.length; i++) {
            rows.append(page[i] == 1 ? '#' : '.').append(i % 11 == 10 ? "\n" : "");
        }
        assertEquals(11, PixelBitmapFont.width("1-7", 1));
        assertEquals("""
                .#......###
                ##........#
                .#..###...#
                .#.......#.
                ###......#.
                """, rows.toString());
    }

    private static long colours(int[] sheet, int fromColumn, int toColumn) {
        long count = 0;
        for (int i = 0; i < sheet.length; i++) {
            count += i % 320 >= fromColumn && i % 320 < toColumn && sheet[i] == 0xFFFFFFFF ? 1 : 0;
        }
        return count;
    }

    private static int red(int pixel) {
        return pixel >> 16 & 0xFF;
    }

    private static int green(int pixel) {
        return pixel >> 8 & 0xFF;
    }
}
