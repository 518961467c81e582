package org.ganvas.scatter;

import java.util.Arrays;

/** Caption strip with the step below a frame of a film, drawn without fonts. Pure functions; any thread. */
public final class StepCaptionStrip {

    private static final int MARGIN = 4;

    private StepCaptionStrip() {}

    /** Height in pixels of the strip below a frame of a width. */
    public static int height(int width) {
        return PixelBitmapFont.height(dotSize(width)) + 2 * MARGIN * dotSize(width);
    }

    private static int dotSize(int width) {
        return Math.max(1, Math.min(4, width / 160));
    }

    /**
     * Pixels of the strip: the step at the right, and the share of the run as a line; opaque ARGB, row after row.
     *
     * @param share of the run that is done, 0 to 1
     */
    public static int[] render(int width, long step, double share, int background, int foreground) {
        int height = height(width);
        int dot = dotSize(width);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, background);
        MarkRasterizer rasterizer = new MarkRasterizer(pixels, width, height);
        String text = Long.toString(step);
        int right = width - MARGIN * dot;
        PixelBitmapFont.draw(rasterizer, text, right - PixelBitmapFont.width(text, dot), MARGIN * dot, dot, foreground);
        int available = right - PixelBitmapFont.width("00000000", dot) - 2 * MARGIN * dot;
        int line = (int) Math.round(available * Math.max(0, Math.min(1, share)));
        if (line > 0) {
            rasterizer.fillRectangle(MARGIN * dot, height / 2, line, dot, foreground);
        }
        return pixels;
    }
}
