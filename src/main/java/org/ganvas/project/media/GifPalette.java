package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** Conversion of images to a palette of at most 256 colours, as GIF needs it. Pure functions, any thread. */
final class GifPalette {

    static final int COLOURS = 256;
    private static final IndexColorModel GREYS = greys();

    private GifPalette() {}

    /** Indexes an image: grey without loss, colours with a palette of its own. */
    static BufferedImage index(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY ? grey(image) : colour(image);
    }

    private static BufferedImage grey(BufferedImage image) {
        BufferedImage out = indexed(image, GREYS);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        out.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), samples);
        return out;
    }

    private static BufferedImage colour(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        ColourQuantiser quantiser = new ColourQuantiser(pixels, COLOURS);
        int[] palette = quantiser.palette();
        BufferedImage out =
                indexed(image, new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = (byte) quantiser.indexOf(pixels[i]);
        }
        out.getRaster().setDataElements(0, 0, width, image.getHeight(), indices);
        return out;
    }

    private static BufferedImage indexed(BufferedImage image, IndexColorModel colours) {
        return new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    }

    private static IndexColorModel greys() {
        byte[] ramp = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            ramp[i] = (byte) i;
        }
        return new IndexColorModel(8, COLOURS, ramp, ramp, ramp);
    }
}
