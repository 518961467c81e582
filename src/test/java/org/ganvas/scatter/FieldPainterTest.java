package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

class FieldPainterTest {

    private static final PointBounds SQUARE = new PointBounds(-1, -1, 1, 1);
    private static final ScatterPlotViewport VIEWPORT = ScatterPlotViewport.around(SQUARE, 200, 200);
    private static final ScatterPlotPalette PALETTE = ScatterPlotPalette.PAPER;

    /** The plane x + 2 y - 0.3 on a lattice of 5 x 5, which bilinear interpolation gives exactly. */
    private static FieldPainter.Field plane(double scale) {
        float[] values = new float[25];
        for (int i = 0; i < 25; i++) {
            values[i] = (float) (at(i % 5 / 2.0 - 1, 1 - i / 5 / 2.0) + 7);
        }
        return new FieldPainter.Field(SQUARE, 5, 5, values, 7, scale);
    }

    private static double at(double x, double y) {
        return x + 2 * y - 0.3;
    }

    private static int[] paint(boolean colours, boolean contour) {
        int[] target = new int[200 * 200];
        java.util.Arrays.fill(target, PALETTE.background());
        FieldPainter.paint(VIEWPORT, PALETTE, new FieldPainter.Layer(plane(2), colours, contour), 0.5, target);
        return target;
    }

    @Test
    void everyPixelHasTheColourOfTheValueAtItsCentre() {
        int[] pixels = paint(true, false);
        int[] shades = FieldPainter.shades(PALETTE);
        for (int i = 0; i < pixels.length; i++) {
            double value = at(VIEWPORT.xAt(i % 200 + 0.5), VIEWPORT.yAt(i / 200 + 0.5)) / 2;
            int shade = 255 + (int) Math.max(-255, Math.min(255, Math.round(255 * value)));
            boolean close = pixels[i] == shades[shade]
                    || pixels[i] == shades[Math.max(0, shade - 1)]
                    || pixels[i] == shades[Math.min(510, shade + 1)];
            assertTrue(close, "pixel " + i);
        }
    }

    @Test
    void neutralIsTheBackgroundAndTheEndsLeanToTheColoursOfDataAndGenerator() {
        int[] shades = FieldPainter.shades(PALETTE);
        assertEquals(PALETTE.background(), shades[255]);
        assertTrue(distance(shades[510], PALETTE.real()) < distance(shades[510], PALETTE.generated()));
        assertTrue(distance(shades[0], PALETTE.generated()) < distance(shades[0], PALETTE.real()));
    }

    /** The key beside a plot is a gradient of the style sheet. */
    @Test
    void theKeyOfTheWindowEndsInTheStrongestColoursOfThePlot() throws Exception {
        for (String theme : List.of("light", "dark")) {
            String sheet;
            try (InputStream in = getClass().getResourceAsStream("/css/" + theme + ".css")) {
                sheet = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            }
            int[] shades = FieldPainter.shades(new ScatterPlotPalette(
                    colour(sheet, "scatter"), 0, 0, colour(sheet, "real"), colour(sheet, "generator"), 0, 0));
            assertEquals(shades[0], colour(sheet, "field-generated"), theme);
            assertEquals(shades[510], colour(sheet, "field-real"), theme);
        }
    }

    private static int colour(String sheet, String name) {
        Matcher matcher = Pattern.compile("-ganvas-" + name + ": #(\\w{6});").matcher(sheet);
        assertTrue(matcher.find(), name);
        return 0xFF000000 | Integer.parseInt(matcher.group(1), 16);
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
        }
        return sum;
    }

    @Test
    void contourLiesWithinAPixelOfTheNeutralLine() {
        int[] pixels = paint(false, true);
        int marked = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] == PALETTE.discriminator()) {
                marked++;
                double value = at(VIEWPORT.xAt(i % 200 + 0.5), VIEWPORT.yAt(i / 200 + 0.5));
                double pixelsAway = Math.abs(value) / Math.sqrt(5) * VIEWPORT.pixelsPerUnit();
                assertTrue(pixelsAway <= 1.01, pixelsAway + " pixels away");
            }
        }
        assertTrue(marked >= 200, marked + " pixels");
    }

    @Test
    void arrowsPointAlongTheForceAndAreNoLongerThanAFifth() {
        int[] target = new int[200 * 200];
        FieldPainter.paintArrows(VIEWPORT, PALETTE, new float[] {0, 0}, new float[] {1000, 0}, 1, 1, target);
        int right = 0;
        int left = 0;
        for (int i = 0; i < target.length; i++) {
            if (target[i] != 0) {
                right = Math.max(right, i % 200 - 100);
                left = Math.max(left, 100 - i % 200);
            }
        }
        assertTrue(right >= 38 && right <= 43, "to the right " + right);
        assertTrue(left <= 2, "to the left " + left);
    }
}
