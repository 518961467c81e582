package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.project.io.ExportFiles;
import org.ganvas.project.io.ProjectException;
import org.ganvas.scatter.ScatterData;
import org.ganvas.scatter.ScatterImage;
import org.ganvas.scatter.ScatterPalette;

/** Export of a scatter plot as a PNG with its provenance. Call it on a thread that may wait for a file. */
public final class ScatterExport {

    private ScatterExport() {}

    /**
     * Writes a PNG, completely or not at all.
     *
     * @param side pixels of either side
     * @param texts by keyword, as {@link ImageProvenance} gives them
     * @throws ProjectException if it cannot be written
     */
    public static void save(ScatterData scatter, int side, Map<String, String> texts, Path file)
            throws ProjectException {
        BufferedImage image = image(scatter, side);
        ExportFiles.save(file, out -> ImageExport.write(image, texts, out));
    }

    static BufferedImage image(ScatterData scatter, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.getRaster()
                .setDataElements(0, 0, side, side, new ScatterImage(side).render(scatter, ScatterPalette.PAPER));
        return image;
    }
}
