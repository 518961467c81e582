package org.ganvas.bench.window;

import java.awt.image.BufferedImage;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.ScatterPlotPainter;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.scatter.ScatterPlotViewport;

/**
 * Small scatter image of generated over real points, without numbers and with a transparent background, readable on
 * light and dark pages.
 */
final class PointImage {

    /** Size of marks that stay distinguishable at half the image size. */
    private static final double UNIT = 1.3;

    private static final double MARGIN = 0.12;
    private static final int COLOURLESS = 24;
    private static final int GREY = 0x808080;

    private PointImage() {}

    /**
     * Renders the image.
     *
     * @param real x and y of each in turn; they fill the image
     * @param generated the same
     * @param side pixels of either side
     */
    static BufferedImage of(float[] real, float[] generated, int side) {
        ScatterPlotViewport frame = ScatterPlotViewport.around(PointBounds.around(real).enlarged(MARGIN), side, side);
        int[] pixels = new int[side * side];
        ScatterPlotPainter.paintBackground(frame, ScatterPlotPalette.PAPER, real, UNIT, pixels);
        ScatterPlotPainter.paintGenerated(frame, ScatterPlotPalette.PAPER, generated, UNIT, pixels);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < pixels.length; i++) {
            image.setRGB(i % side, i / side, withoutPaper(pixels[i]));
        }
        return image;
    }

    /** Replaces the white background by transparency that looks equal on white, with grey lines visible on black. */
    private static int withoutPaper(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int least = Math.min(red, Math.min(green, blue));
        int alpha = 255 - least;
        if (Math.max(red, Math.max(green, blue)) - least < COLOURLESS) {
            return alpha << 24 | GREY;
        }
        return alpha << 24 | ink(red, alpha) << 16 | ink(green, alpha) << 8 | ink(blue, alpha);
    }

    /** Colour that gives the seen colour at an opacity over white. */
    private static int ink(int light, int alpha) {
        return Math.max(0, 255 - (255 - light) * 255 / alpha);
    }
}
