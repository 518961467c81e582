package org.ganvas.project;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;

/** A picture of something on the screen as a PNG. Call it on the {@code io} thread. */
public final class ScreenPicture {

    private ScreenPicture() {}

    /**
     * Writes.
     *
     * @param width in pixels
     * @param argb row after row, 8 bits each of opacity, red, green and blue
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static void save(int width, int[] argb, Path file) throws ProjectException {
        int height = argb.length / width;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        Exports.save(file, out -> PictureExport.write(picture, Map.of(), out));
    }
}
