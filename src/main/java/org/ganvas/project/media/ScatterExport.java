package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.project.io.ExportFiles;
import org.ganvas.project.io.ProjectException;
import org.ganvas.scatter.ScatterData;
import org.ganvas.scatter.ScatterImage;
import org.ganvas.scatter.ScatterPalette;

/** A scatter as a PNG that says where it comes from, or as frames of a film. Call it where a file may take its time. */
public final class ScatterExport {

    private ScatterExport() {}

    /**
     * Writes a PNG, completely or not at all.
     *
     * @param side pixels of either side
     * @param texts keyword and text, as {@link ImageProvenance} gives them
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static void save(ScatterData scatter, int side, Map<String, String> texts, Path file)
            throws ProjectException {
        BufferedImage sheet = image(scatter, side);
        ExportFiles.save(file, out -> ImageExport.write(sheet, texts, out));
    }

    static BufferedImage image(ScatterData scatter, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.getRaster()
                .setDataElements(0, 0, side, side, new ScatterImage(side).render(scatter, ScatterPalette.PAPER));
        return image;
    }
}
