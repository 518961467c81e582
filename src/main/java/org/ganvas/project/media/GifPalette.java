package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** Sheets with a palette of at most 256 colours, as GIF needs them. Pure functions, any thread. */
final class GifPalette {

    static final int COLOURS = 256;
    private static final IndexColorModel GREYS = greys();

    private GifPalette() {}

    /** Grey loses nothing; colours are chosen for this sheet. */
    static BufferedImage index(BufferedImage sheet) {
        return sheet.getType() == BufferedImage.TYPE_BYTE_GRAY ? grey(sheet) : colour(sheet);
    }

    private static BufferedImage grey(BufferedImage sheet) {
        BufferedImage out = indexed(sheet, GREYS);
        byte[] samples = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
        out.getRaster().setDataElements(0, 0, sheet.getWidth(), sheet.getHeight(), samples);
        return out;
    }

    private static BufferedImage colour(BufferedImage sheet) {
        int width = sheet.getWidth();
        int[] pixels = sheet.getRGB(0, 0, width, sheet.getHeight(), null, 0, width);
        ColourQuantiser quantiser = new ColourQuantiser(pixels, COLOURS);
        int[] palette = quantiser.palette();
        BufferedImage out =
                indexed(sheet, new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = (byte) quantiser.indexOf(pixels[i]);
        }
        out.getRaster().setDataElements(0, 0, width, sheet.getHeight(), indices);
        return out;
    }

    private static BufferedImage indexed(BufferedImage sheet, IndexColorModel colours) {
        return new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    }

    private static IndexColorModel greys() {
        byte[] ramp = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            ramp[i] = (byte) i;
        }
        return new IndexColorModel(8, COLOURS, ramp, ramp, ramp);
    }
}
