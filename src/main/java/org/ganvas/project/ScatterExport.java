package org.ganvas.project;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.plane.Inks;
import org.ganvas.plane.Scatter;
import org.ganvas.plane.ScatterSheet;

/** A scatter as a PNG that says where it comes from, or as frames of a film. Call it where a file may take its time. */
public final class ScatterExport {

    private ScatterExport() {}

    /**
     * Writes a PNG, completely or not at all.
     *
     * @param side pixels of either side
     * @param texts keyword and text, as {@link Provenance} gives them
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static void save(Scatter scatter, int side, Map<String, String> texts, Path file) throws ProjectException {
        BufferedImage sheet = image(scatter, side);
        Exports.save(file, out -> PictureExport.write(sheet, texts, out));
    }

    static BufferedImage image(Scatter scatter, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, side, side, new ScatterSheet(side).paint(scatter, Inks.PAPER));
        return image;
    }
}
