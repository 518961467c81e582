package org.ganvas.view.paint;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/** Conversion of images with values in [-1, 1] to screen pixels. Any thread, unless a method says otherwise. */
public final class ImagePainter {

    private static final int OPAQUE = 0xFF << 24;

    private ImagePainter() {}

    /** Paints the first images of a grid in reading order, with square pixels. */
    public static void paint(SampleGrid grid, SampleGridFit fit, int[] target) {
        paint(grid, fit, false, target);
    }

    /** One image for other programs. FX thread. */
    public static Image image(SampleGrid image, int scale) {
        SampleGridFit fit = new SampleGridFit(image.shape(), ImageScale.whole(scale), 1, 1);
        int[] pixels = new int[fit.width() * fit.height()];
        paint(image, fit, ImageSmoothing.smoothProperty().get(), pixels);
        WritableImage painted = new WritableImage(fit.width(), fit.height());
        painted.getPixelWriter()
                .setPixels(
                        0, 0, fit.width(), fit.height(), PixelFormat.getIntArgbPreInstance(), pixels, 0, fit.width());
        return painted;
    }

    /** The pixels of an image, opaque and in colour, as a grid of one image; the inverse of {@link #image}. */
    public static SampleGrid grid(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        float[] pixels = new float[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int argb = image.getPixelReader().getArgb(i % width, i / width);
            for (int channel = 0; channel < 3; channel++) {
                pixels[channel * width * height + i] = (argb >> 16 - 8 * channel & 0xff) / 127.5f - 1;
            }
        }
        return new SampleGrid(new ImageShape(3, height, width), 1, 1, pixels, new int[0], 0);
    }

    /**
     * Paints the first images of a grid in reading order.
     *
     * @param grid source of the images; cells of the layout without an image stay transparent
     * @param fit layout
     * @param smooth whether enlarged images are interpolated; else their pixels are squares
     * @param target receives {@code fit.width() * fit.height()} pixels as premultiplied ARGB, row by row
     */
    static void paint(SampleGrid grid, SampleGridFit fit, boolean smooth, int[] target) {
        if (fit.rows() * fit.columns() > 1) {
            Arrays.fill(target, 0); // a single image leaves no gap
        }
        ImageScale scale = fit.scale();
        int stepX = scale.side(fit.shape().width()) + scale.gap();
        int stepY = scale.side(fit.shape().height()) + scale.gap();
        int count = Math.min(grid.count(), fit.rows() * fit.columns());
        boolean copies = scale.whole() && !(smooth && scale.up() > 1);
        PixelResampler resampling = copies ? null : new PixelResampler(fit.shape(), scale, smooth);
        for (int i = 0; i < count; i++) {
            int corner = i / fit.columns() * stepY * fit.width() + i % fit.columns() * stepX;
            if (resampling == null) {
                enlarge(grid, i, scale.up(), target, corner, fit.width());
            } else {
                resampling.paint(grid, i, target, corner, fit.width());
            }
        }
    }

    private static void enlarge(SampleGrid grid, int index, int up, int[] target, int corner, int stride) {
        ImageShape shape = grid.shape();
        int offset = index * shape.size();
        for (int y = 0; y < shape.height(); y++) {
            int line = corner + y * up * stride;
            for (int x = 0; x < shape.width(); x++) {
                int colour = colour(grid.pixels(), offset + y * shape.width() + x, shape);
                for (int at = line + x * up; at < line + (x + 1) * up; at++) {
                    target[at] = colour;
                }
            }
            for (int copy = 1; copy < up; copy++) {
                System.arraycopy(target, line, target, line + copy * stride, shape.width() * up);
            }
        }
    }

    private static int colour(float[] pixels, int at, ImageShape shape) {
        int red = level(pixels[at]);
        if (shape.channels() == 1) {
            return pack(red, red, red);
        }
        int channelSize = shape.width() * shape.height();
        return pack(red, level(pixels[at + channelSize]), level(pixels[at + 2 * channelSize]));
    }

    static int pack(int red, int green, int blue) {
        return OPAQUE | red << 16 | green << 8 | blue;
    }

    /** Level 0 to 255 of a value: -1 is 0, 1 is 255, NaN is 0. */
    static int level(float value) {
        return Math.max(0, Math.min(255, (int) ((value + 1) * 127.5f + 0.5f)));
    }
}
