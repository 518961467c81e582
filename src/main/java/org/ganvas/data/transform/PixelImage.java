package org.ganvas.data.transform;

import java.util.Locale;
import org.ganvas.data.ImageShape;

/**
 * One image of any size. Immutable by convention; any thread.
 *
 * @param shape with 1 or 3 channels
 * @param pixels channel by channel and row by row, in [-1, 1]
 */
public record PixelImage(ImageShape shape, float[] pixels) {

    /** Weights of red, green and blue in the luma, by ITU-R BT.601. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    public PixelImage {
        if (shape.isPoint() || pixels.length != shape.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d floats are no image of %s", pixels.length, shape));
        }
    }

    public int width() {
        return shape.width();
    }

    public int height() {
        return shape.height();
    }

    public boolean isColour() {
        return shape.channels() == 3;
    }

    /** The whole image in another size, whose proportions may differ. */
    public PixelImage resized(int width, int height) {
        if (width == width() && height == height()) {
            return this;
        }
        int area = width() * height();
        float[] resized = new float[shape.channels() * width * height];
        for (int c = 0; c < shape.channels(); c++) {
            float[] channel = new float[area];
            System.arraycopy(pixels, c * area, channel, 0, area);
            float[] out = ImageResizer.resize(channel, width(), height(), width, height);
            System.arraycopy(out, 0, resized, c * out.length, out.length);
        }
        return new PixelImage(new ImageShape(shape.channels(), height, width), resized);
    }

    /** The largest central region with the proportions of a size, in that size. */
    public PixelImage fitted(int width, int height) {
        int wide = (int) Math.min(width(), Math.max(1, Math.round((double) height() * width / height)));
        int high = (int) Math.min(height(), Math.max(1, Math.round((double) width() * height / width)));
        return cropped((width() - wide) / 2, (height() - high) / 2, wide, high).resized(width, height);
    }

    /** The image with its longer side in a length, in its own proportions. */
    public PixelImage withLongerSide(int length) {
        double scale = (double) length / Math.max(width(), height());
        return resized(scaled(width(), scale), scaled(height(), scale));
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }

    private PixelImage cropped(int left, int top, int width, int height) {
        if (width == width() && height == height()) {
            return this;
        }
        float[] out = new float[shape.channels() * width * height];
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < height; y++) {
                int from = (c * height() + top + y) * width() + left;
                System.arraycopy(pixels, from, out, (c * height + y) * width, width);
            }
        }
        return new PixelImage(new ImageShape(shape.channels(), height, width), out);
    }

    /** The luma of each pixel; a grey image itself. */
    public PixelImage toGrey() {
        if (!isColour()) {
            return this;
        }
        int area = width() * height();
        float[] grey = new float[area];
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < LUMA.length; c++) {
                grey[i] += LUMA[c] * pixels[c * area + i];
            }
        }
        return new PixelImage(new ImageShape(1, height(), width()), grey);
    }

    /** The same levels in red, green and blue; a colour image itself. */
    public PixelImage toColour() {
        if (isColour()) {
            return this;
        }
        float[] all = new float[3 * pixels.length];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(pixels, 0, all, c * pixels.length, pixels.length);
        }
        return new PixelImage(new ImageShape(3, height(), width()), all);
    }

    /** Whether a colour image has no colour in it, as a grey file that was read as one. */
    public boolean isGreyInColour() {
        int area = width() * height();
        for (int i = 0; isColour() && i < area; i++) {
            if (pixels[i] != pixels[area + i] || pixels[i] != pixels[2 * area + i]) {
                return false;
            }
        }
        return isColour();
    }
}
