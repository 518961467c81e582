package org.ganvas.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.ImageResizer;

/**
 * Channel planes of a decoded image, with pixels from 0 to 255: one for a grey image, else three; transparent pixels are
 * white. Used by the decoding thread.
 *
 * @param width of a plane
 * @param height of a plane
 * @param planes a channel each, row by row
 */
record ImageChannelPlanes(int width, int height, float[][] planes) {

    private static final int WHITE = 255;

    static ImageChannelPlanes of(BufferedImage image) {
        // Java takes grey files for linear light and would brighten them on the way to RGB.
        boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        return grey ? grey(image) : colour(image);
    }

    private static ImageChannelPlanes grey(BufferedImage image) {
        Raster raster = image.getRaster();
        float[] plane = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (float[]) null);
        float scale = WHITE / (float) ((1L << image.getColorModel().getComponentSize(0)) - 1);
        float[] alpha = raster.getNumBands() == 2
                ? raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 1, (float[]) null)
                : new float[0];
        for (int i = 0; i < plane.length; i++) {
            float opaque = alpha.length == 0 ? 1 : alpha[i] * scale / WHITE;
            plane[i] = opaque * plane[i] * scale + (1 - opaque) * WHITE;
        }
        return new ImageChannelPlanes(image.getWidth(), image.getHeight(), new float[][] {plane});
    }

    private static ImageChannelPlanes colour(BufferedImage image) {
        int width = image.getWidth();
        float[][] planes = new float[3][width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                float opaque = (row[x] >>> 24) / 255f;
                for (int c = 0; c < 3; c++) {
                    int level = row[x] >> (16 - 8 * c) & 0xFF;
                    planes[c][y * width + x] = opaque * level + (1 - opaque) * WHITE;
                }
            }
        }
        return new ImageChannelPlanes(width, image.getHeight(), planes);
    }

    /** Same image turned upright. */
    ImageChannelPlanes upright(ExifOrientation orientation) {
        float[][] turned = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            turned[c] = orientation.upright(planes[c], width, height);
        }
        return orientation.swapsAxes()
                ? new ImageChannelPlanes(height, width, turned)
                : new ImageChannelPlanes(width, height, turned);
    }

    /** Image in another size, grey or in colour as the shape has it; a byte a pixel, channel by channel. */
    byte[] scaledTo(ImageShape shape) {
        byte[] bytes = new byte[shape.size()];
        float[][] wanted = shape.channels() == 1 ? new float[][] {luma()} : planes;
        int channelSize = shape.width() * shape.height();
        for (int c = 0; c < shape.channels(); c++) {
            float[] scaled =
                    ImageResizer.resize(wanted[c % wanted.length], width, height, shape.width(), shape.height());
            for (int i = 0; i < channelSize; i++) {
                bytes[c * channelSize + i] = (byte) Math.max(0, Math.min(WHITE, Math.round(scaled[i])));
            }
        }
        return bytes;
    }

    /** Luma of each pixel, with the weights of ITU-R BT.601. */
    private float[] luma() {
        if (planes.length == 1) {
            return planes[0];
        }
        float[] luma = new float[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * planes[0][i] + 0.587f * planes[1][i] + 0.114f * planes[2][i];
        }
        return luma;
    }
}
