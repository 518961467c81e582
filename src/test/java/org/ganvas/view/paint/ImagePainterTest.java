package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;

final class ImagePainterTest {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int GREY = 0xFF808080;
    private static final ImageShape TWO_BY_TWO = new ImageShape(1, 2, 2);

    @Test
    void everyPixelBecomesASquare() {
        SampleGrid grid = grid(TWO_BY_TWO, 1, 1, -1, 1, 0, -1);
        int[] out = paint(grid, new SampleGridFit(TWO_BY_TWO, new ImageScale(2, 1), 1, 1));
        assertArrayEquals(
                new int[] {
                    BLACK, BLACK, WHITE, WHITE,
                    BLACK, BLACK, WHITE, WHITE,
                    GREY, GREY, BLACK, BLACK,
                    GREY, GREY, BLACK, BLACK
                },
                out);
    }

    @Test
    void imagesAreSeparatedByTheGapInReadingOrder() {
        ImageShape one = new ImageShape(1, 1, 1);
        SampleGrid grid = grid(one, 1, 3, -1, 1, 0);
        int[] out = paint(grid, new SampleGridFit(one, new ImageScale(1, 1), 2, 2));
        assertArrayEquals(new int[] {BLACK, 0, WHITE, 0, 0, 0, GREY, 0, 0}, out);
    }

    @Test
    void shrinkingTakesTheMean() {
        SampleGrid grid = grid(TWO_BY_TWO, 1, 1, -1, 1, 1, -1);
        assertArrayEquals(new int[] {GREY}, paint(grid, new SampleGridFit(TWO_BY_TWO, new ImageScale(1, 2), 1, 1)));
    }

    @Test
    void aSplitPixelCountsForBothByItsShares() {
        ImageShape three = new ImageShape(1, 3, 3);
        SampleGrid grid = grid(three, 1, 1, 1, -1, 1, 1, -1, 1, 1, -1, 1);
        int third = 0xFF555555;
        // Two screen pixels for three: each covers one pixel and half of the dark one in the middle.
        int[] out = paint(grid, new SampleGridFit(three, new ImageScale(6, 8), 1, 1));
        assertArrayEquals(new int[] {0xFFAAAAAA, 0xFFAAAAAA, 0xFFAAAAAA, 0xFFAAAAAA}, out);
        assertArrayEquals(new int[] {0xFF000000, 0xFF808080, 0xFFFFFFFF}, topRow(new ImageScale(3, 2)));
        SampleGrid other = grid(three, 1, 1, -1, 1, -1, -1, 1, -1, -1, 1, -1);
        assertArrayEquals(
                new int[] {third, third, third, third},
                paint(other, new SampleGridFit(three, new ImageScale(6, 8), 1, 1)));
    }

    @Test
    void coloursComeFromTheirChannels() {
        ImageShape colour = new ImageShape(3, 1, 1);
        assertEquals(
                0xFFFF8000,
                paint(grid(colour, 1, 1, 1, 0, -1), new SampleGridFit(colour, new ImageScale(1, 1), 1, 1))[0]);
    }

    @Test
    void valuesOutsideTheRangeAndNoNumbersAreClamped() {
        ImageShape one = new ImageShape(1, 1, 1);
        int[] out = paint(grid(one, 1, 3, 7, -7, Float.NaN), new SampleGridFit(one, new ImageScale(1, 1), 1, 3));
        assertArrayEquals(new int[] {WHITE, 0, BLACK, 0, BLACK}, out);
    }

    /** Image of a black pixel beside a white one. */
    private static int[] topRow(ImageScale scale) {
        SampleGrid grid = grid(TWO_BY_TWO, 1, 1, -1, 1, -1, 1);
        SampleGridFit fit = new SampleGridFit(TWO_BY_TWO, scale, 1, 1);
        return Arrays.copyOf(paint(grid, fit), fit.width());
    }

    private static SampleGrid grid(ImageShape shape, int rows, int columns, float... pixels) {
        return new SampleGrid(shape, rows, columns, pixels, new int[0], 0);
    }

    private static int[] paint(SampleGrid grid, SampleGridFit fit) {
        int[] out = new int[fit.width() * fit.height()];
        ImagePainter.paint(grid, fit, out);
        return out;
    }

    @Test
    void aGridOfAnImageHasItsPixels() {
        float[] pixels = {-1, 1, 0.2f, -0.4f, 1, 1, -1, -1, 0, 0.6f, 1, -1};
        SampleGrid coloured = new SampleGrid(new ImageShape(3, 2, 2), 1, 1, pixels, new int[0], 0);
        SampleGrid back = ImagePainter.grid(ImagePainter.image(coloured, 1));
        assertEquals(coloured.shape(), back.shape());
        assertArrayEquals(pixels, back.image(0).pixels(), 1 / 127f);
    }
}
