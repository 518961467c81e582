package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/** Paints a grid into one 8-bit image, grey or RGB, pixel by pixel and without any blur. Pure functions, any thread. */
public final class ContactSheet {

    /** What lies between the pictures: told apart from the black and the white of the pictures themselves. */
    private static final byte GAP_GREY = 64;

    private ContactSheet() {}

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
            // Raw samples: through setRGB the grey colour space of AWT would bend the values.
            raster.setDataElements(0, y, sheet.getWidth(), 1, row);
        }
        return sheet;
    }

    /** One line of pixels through all pictures of one row of the grid. */
    private static void renderRow(SampleGrid grid, ContactSheetStyle style, int gridRow, int y, byte[] target) {
        ImageShape shape = grid.shape();
        int cell = shape.width() * style.magnification() + style.gap();
        for (int column = 0; column < grid.columns(); column++) {
            int picture = (gridRow * grid.columns() + column) * shape.size();
            for (int x = 0; x < shape.width() * style.magnification(); x++) {
                int pixel = picture + y * shape.width() + x / style.magnification();
                for (int channel = 0; channel < shape.channels(); channel++) {
                    int to = (column * cell + x) * shape.channels() + channel;
                    target[to] = toByte(grid.pixels()[pixel + channel * shape.height() * shape.width()]);
                }
            }
        }
    }

    /** -1 is 0, 1 is 255, and what lies outside is cut off; not a number becomes black. */
    public static byte toByte(float value) {
        return (byte) Math.round(Math.max(0, Math.min(255, (value + 1) * 127.5f)));
    }
}
