package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.scatter.ScatterPlotImage;
import org.ganvas.scatter.ScatterPlotPalette;

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
    public static void save(ScatterPlotData scatter, int side, Map<String, String> texts, Path file)
            throws ProjectException {
        BufferedImage image = image(scatter, side);
        ExportFileWriter.save(file, out -> ImageExport.write(image, texts, out));
    }

    /**
     * Writes a plot with its layers as a PNG, completely or not at all.
     *
     * @param size of the plot
     * @throws ProjectException if it cannot be written
     */
    public static void save(
            LayeredPlot plot, LayeredPlotImage size, ScatterPlotPalette palette, Map<String, String> texts, Path file)
            throws ProjectException {
        BufferedImage image = image(plot, size, palette);
        ExportFileWriter.save(file, out -> ImageExport.write(image, texts, out));
    }

    static BufferedImage image(LayeredPlot plot, LayeredPlotImage size, ScatterPlotPalette palette) {
        BufferedImage image = new BufferedImage(size.imageWidth(), size.imageHeight(), BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, size.imageWidth(), size.imageHeight(), size.render(plot, palette));
        return image;
    }

    static BufferedImage image(ScatterPlotData scatter, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.getRaster()
                .setDataElements(
                        0, 0, side, side, new ScatterPlotImage(side).render(scatter, ScatterPlotPalette.PAPER));
        return image;
    }
}
