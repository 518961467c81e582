package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Video frame with luma and, at half the size, two chroma planes: ITU-R BT.601 in its studio range, which players assume
 * of small films. Pure functions, any thread.
 */
final class YuvFrame {

    private static final int OFFSET = 128;

    private YuvFrame() {}

    /**
     * Converts an image, magnified and padded to even sides with its edge.
     *
     * @param factor of magnification; whole, so that pixels stay sharp
     */
    static Picture of(BufferedImage image, int factor) {
        int width = even(image.getWidth() * factor);
        int height = even(image.getHeight() * factor);
        Picture frame = Picture.create(width, height, ColorSpace.YUV420J);
        float[][] sums = new float[2][width / 2 * (height / 2)];
        Raster raster = image.getRaster();
        int[] rgb = new int[4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.getPixel(
                        Math.min(x / factor, image.getWidth() - 1), Math.min(y / factor, image.getHeight() - 1), rgb);
                boolean grey = raster.getNumBands() == 1;
                add(frame, sums, x, y, rgb[0], grey ? rgb[0] : rgb[1], grey ? rgb[0] : rgb[2]);
            }
        }
        for (int i = 0; i < sums[0].length; i++) {
            frame.getPlaneData(1)[i] = (byte) Math.round(sums[0][i] / 4);
            frame.getPlaneData(2)[i] = (byte) Math.round(sums[1][i] / 4);
        }
        return frame;
    }

    private static int even(int side) {
        return side + side % 2;
    }

    private static void add(Picture frame, float[][] sums, int x, int y, int red, int green, int blue) {
        float luma = 16 + (65.481f * red + 128.553f * green + 24.966f * blue) / 255;
        frame.getPlaneData(0)[y * frame.getWidth() + x] = (byte) (Math.round(luma) - OFFSET);
        int half = y / 2 * (frame.getWidth() / 2) + x / 2;
        sums[0][half] += (-37.797f * red - 74.203f * green + 112 * blue) / 255;
        sums[1][half] += (112 * red - 93.786f * green - 18.214f * blue) / 255;
    }
}
