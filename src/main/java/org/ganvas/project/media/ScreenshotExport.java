package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;

/** Export of screen pixels as a PNG. Call it on the {@code io} thread. */
public final class ScreenshotExport {

    private ScreenshotExport() {}

    /**
     * Writes a file.
     *
     * @param width in pixels
     * @param argb row after row, 8 bits each of opacity, red, green and blue
     * @throws ProjectException if it cannot be written
     */
    public static void save(int width, int[] argb, Path file) throws ProjectException {
        int height = argb.length / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ExportFileWriter.save(file, out -> ImageExport.write(image, Map.of(), out));
    }
}
