package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/** Renderer of a sample grid into one 8-bit image, grey or RGB, without interpolation. Pure functions, any thread. */
final class ContactSheetPainter {

    /** Grey level of the gaps, distinct from black and white in the images. */
    private static final byte GAP_GREY = 64;

    private ContactSheetPainter() {}

    static BufferedImage render(SampleGrid grid, ContactSheetStyle style) {
        boolean grey = grid.shape().channels() == 1;
        BufferedImage sheet = new BufferedImage(
                style.width(grid),
                style.height(grid),
                grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] row = new byte[sheet.getWidth() * grid.shape().channels()];
        WritableRaster raster = sheet.getRaster();
        int cell = grid.shape().height() * style.magnification() + style.gap();
        for (int y = 0; y < sheet.getHeight(); y++) {
            int inside = y % cell / style.magnification();
            Arrays.fill(row, GAP_GREY);
            if (inside < grid.shape().height()) {
                renderRow(grid, style, y / cell, inside, row);
            }
            // Raw samples, because setRGB would convert the values into the grey colour space of AWT.
            raster.setDataElements(0, y, sheet.getWidth(), 1, row);
        }
        return sheet;
    }

    /** Renders one line of pixels through all images of one row of the grid. */
    private static void renderRow(SampleGrid grid, ContactSheetStyle style, int gridRow, int y, byte[] target) {
        ImageShape shape = grid.shape();
        int cell = shape.width() * style.magnification() + style.gap();
        for (int column = 0; column < grid.columns(); column++) {
            int image = (gridRow * grid.columns() + column) * shape.size();
            for (int x = 0; x < shape.width() * style.magnification(); x++) {
                int pixel = image + y * shape.width() + x / style.magnification();
                for (int channel = 0; channel < shape.channels(); channel++) {
                    int to = (column * cell + x) * shape.channels() + channel;
                    target[to] = toByte(grid.pixels()[pixel + channel * shape.height() * shape.width()]);
                }
            }
        }
    }

    /** Maps [-1, 1] to 0 to 255; values outside are clamped, and NaN is 0. */
    static byte toByte(float value) {
        return (byte) Math.round(Math.max(0, Math.min(255, (value + 1) * 127.5f)));
    }
}
