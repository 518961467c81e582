package org.ganvas.data.doodle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.ganvas.data.SeededRandomStream;
import org.junit.jupiter.api.Test;

class StrokeRasterTest {

    private static final SeededRandomStream.Purpose TEST = SeededRandomStream.Purpose.TEST;

    @Test
    void aLineIsWhiteInsideAndBlackOutside() {
        int[] row = row(draw(line(14.5, 4, 14.5, 24, 1.5), 1), 14);

        assertEquals(255, row[14]);
        assertEquals(0, row[11]);
        assertEquals(0, row[17]);
    }

    @Test
    void theWidthOfALineIsTwiceItsRadius() {
        double ink = 0;
        for (int i = 0; i < 200; i++) {
            for (int grey : row(draw(line(14.2, 4, 14.7, 24, 1.3), i), 14)) {
                ink += grey / 255.0;
            }
        }

        assertEquals(2.6, ink / 200, 0.06);
    }

    @Test
    void aLineNearTheEdgeIsMovedToTheMiddle() {
        byte[] corner = draw(line(2.5, 2.5, 2.5, 12.5, 1.5), 1);
        byte[] middle = draw(line(14.5, 9.5, 14.5, 19.5, 1.5), 1);

        assertArrayEquals(middle, corner);
    }

    @Test
    void inkBeyondTheImageIsCutOff() {
        int[] row = row(draw(line(-20, 14.5, 50, 14.5, 3), 1), 14);

        // The middle of 28 columns lies between two, so the outermost may have been moved off the image.
        for (int column = 1; column < 27; column++) {
            assertEquals(255, row[column], "column " + column);
        }
    }

    @Test
    void inkBeyondOneSideDoesNotAppearAtTheOther() {
        byte[] grey = draw(line(14, 4.5, 60, 4.5, 1), 1);
        long rows = IntStream.range(0, StrokeRaster.SIDE)
                .filter(row -> IntStream.of(row(grey, row)).anyMatch(value -> value > 0))
                .count();

        assertEquals(3, rows);
    }

    @Test
    void edgesAreRoughAndSmoothed() {
        byte[] one = draw(line(8, 4, 20, 24, 1.5), 1);
        byte[] other = draw(line(8, 4, 20, 24, 1.5), 2);
        int grey = 0;
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            grey += one[i] != 0 && one[i] != -1 ? 1 : 0;
            different += one[i] != other[i] ? 1 : 0;
        }

        assertTrue(grey > 30, grey + " pixels are grey");
        assertTrue(different > grey / 2 && different <= 2 * grey, different + " pixels differ");
    }

    private static PenStrokePath line(double x1, double y1, double x2, double y2, double radius) {
        PenStrokePath path = new PenStrokePath(1);
        path.add(x1, y1);
        path.add(x2, y2);
        path.liftPen();
        path.setRadius(new double[] {radius, radius});
        return path;
    }

    private static byte[] draw(PenStrokePath path, int position) {
        StrokeRaster sheet = new StrokeRaster();
        sheet.draw(path);
        return sheet.toImage(new SeededRandomStream(1, TEST, position));
    }

    private static int[] row(byte[] grey, int row) {
        int[] values = new int[StrokeRaster.SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = grey[row * StrokeRaster.SIDE + i] & 0xFF;
        }
        return values;
    }
}
