package org.ganvas.scatter;

import java.util.Arrays;

/** The step that a frame of a film shows, as a strip to put under it, on machines without fonts too. Pure, any thread. */
public final class StepCaption {

    private static final int MARGIN = 4;

    private StepCaption() {}

    /** Rows of a strip that is as wide as a frame. */
    public static int height(int width) {
        return PixelDigits.height(dotSize(width)) + 2 * MARGIN * dotSize(width);
    }

    private static int dotSize(int width) {
        return Math.max(1, Math.min(4, width / 160));
    }

    /** Paints the number at the right and how far the run was as a line; opaque ARGB, row after row. */
    public static int[] render(int width, long step, double share, int ground, int ink) {
        int height = height(width);
        int dot = dotSize(width);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, ground);
        MarkRasterizer brush = new MarkRasterizer(pixels, width, height);
        String text = Long.toString(step);
        int right = width - MARGIN * dot;
        PixelDigits.draw(brush, text, right - PixelDigits.width(text, dot), MARGIN * dot, dot, ink);
        int room = right - PixelDigits.width("00000000", dot) - 2 * MARGIN * dot;
        int line = (int) Math.round(room * Math.max(0, Math.min(1, share)));
        if (line > 0) {
            brush.fillRectangle(MARGIN * dot, height / 2, line, dot, ink);
        }
        return pixels;
    }
}
