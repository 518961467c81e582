package org.ganvas.data.transform;

import java.util.Arrays;

/**
 * Resizing of one channel of pixels. Smaller: each new pixel is the mean of the area that it covers, so that nothing is
 * left out. Larger: linear interpolation of adjacent pixels. Pure functions; any thread.
 */
public final class ImageResizer {

    private ImageResizer() {}

    /**
     * Resizes one channel, first down the columns, then along rows.
     *
     * @param pixels row by row
     * @return row by row, {@code newWidth * newHeight}
     */
    public static float[] resize(float[] pixels, int width, int height, int newWidth, int newHeight) {
        RowResizer rows = new RowResizer(width, height, newWidth, newHeight);
        for (int y = 0; y < height; y++) {
            rows.add(Arrays.copyOfRange(pixels, y * width, (y + 1) * width));
        }
        return rows.result();
    }
}
