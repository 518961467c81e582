package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.ImageResizer;
import org.ganvas.session.run.SampleGrid;

/**
 * An image with holes. By convention its arrays are not changed; FX thread.
 *
 * @param shape of the image
 * @param pixels channel by channel, in [-1, 1]
 * @param holes one a pixel, row by row
 */
public record DrawingCanvas(ImageShape shape, float[] pixels, boolean[] holes) {

    private static final double EDGE = 1;

    /** The effect of a pen. */
    public enum Pen {
        /** Draws in its colour. */
        DRAW,
        /** Cuts a hole, which the inversion fills. */
        CUT,
        /** Closes a hole. */
        MEND
    }

    static DrawingCanvas blank(ImageShape shape) {
        float[] pixels = new float[shape.size()];
        Arrays.fill(pixels, -1);
        return new DrawingCanvas(shape, pixels, new boolean[shape.width() * shape.height()]);
    }

    static DrawingCanvas of(SampleGrid grid, int index) {
        ImageShape shape = grid.shape();
        return new DrawingCanvas(shape, grid.image(index).pixels(), new boolean[shape.width() * shape.height()]);
    }

    /**
     * The middle of an image of any size, scaled to a shape by the mean of the pixels that each new one covers.
     *
     * @param colours red, green and blue of each pixel, row by row, in 8 bits each
     */
    static DrawingCanvas pasted(ImageShape shape, int[] colours, int columns) {
        int rows = colours.length / columns;
        int wide = Math.max(1, Math.min(columns, rows * shape.width() / shape.height()));
        int high = Math.max(1, Math.min(rows, columns * shape.height() / shape.width()));
        int left = (columns - wide) / 2;
        int top = (rows - high) / 2;
        float[] pixels = new float[shape.size()];
        int size = shape.width() * shape.height();
        for (int channel = 0; channel < shape.channels(); channel++) {
            float[] levels = new float[wide * high];
            for (int i = 0; i < levels.length; i++) {
                int colour = colours[(top + i / wide) * columns + left + i % wide];
                levels[i] = shape.channels() == 1 ? luma(colour) : (colour >> (16 - 8 * channel)) & 0xFF;
            }
            float[] scaled = ImageResizer.resize(levels, wide, high, shape.width(), shape.height());
            for (int i = 0; i < size; i++) {
                pixels[channel * size + i] = scaled[i] / 127.5f - 1;
            }
        }
        return new DrawingCanvas(shape, pixels, new boolean[size]);
    }

    private static float luma(int colour) {
        return 0.299f * (colour >> 16 & 0xFF) + 0.587f * (colour >> 8 & 0xFF) + 0.114f * (colour & 0xFF);
    }

    /** The canvas in one colour, without holes. */
    DrawingCanvas filled(float[] colour) {
        float[] all = new float[shape.size()];
        int size = shape.width() * shape.height();
        for (int i = 0; i < all.length; i++) {
            all[i] = colour[i / size];
        }
        return new DrawingCanvas(shape, all, new boolean[size]);
    }

    /** Whether nothing was drawn and nothing cut. */
    boolean isBlank() {
        for (float pixel : pixels) {
            if (pixel != -1) {
                return false;
            }
        }
        return !hasHoles();
    }

    /** Whether any pixel is cut out. */
    public boolean hasHoles() {
        for (boolean hole : holes) {
            if (hole) {
                return true;
            }
        }
        return false;
    }

    /** Weights of the pixels, channel by channel: 0 in holes, 1 elsewhere. */
    float[] mask() {
        float[] counts = new float[pixels.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = holes[i % holes.length] ? 0 : 1;
        }
        return counts;
    }

    boolean isAllHoles() {
        for (boolean hole : holes) {
            if (!hole) {
                return false;
            }
        }
        return true;
    }

    /**
     * The canvas after one dab of the pen.
     *
     * @param x in pixels of the image
     * @param y in pixels of the image
     * @param radius in pixels of the image
     * @param colour one number for each channel, in [-1, 1]
     */
    DrawingCanvas withDab(Pen pen, double x, double y, double radius, float[] colour) {
        float[] nextPixels = pen == Pen.DRAW ? pixels.clone() : pixels;
        boolean[] nextHoles = pen == Pen.DRAW ? holes : holes.clone();
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                double cover = radius - Math.hypot(column + 0.5 - x, row + 0.5 - y) + EDGE / 2;
                int pixel = row * shape.width() + column;
                if (pen == Pen.DRAW && cover > 0) {
                    blend(nextPixels, pixel, (float) Math.min(1, cover / EDGE), colour);
                } else if (pen != Pen.DRAW && cover > EDGE / 2) {
                    nextHoles[pixel] = pen == Pen.CUT;
                }
            }
        }
        return new DrawingCanvas(shape, nextPixels, nextHoles);
    }

    private void blend(float[] target, int pixel, float cover, float[] colour) {
        for (int c = 0; c < shape.channels(); c++) {
            int offset = c * holes.length + pixel;
            // Only towards the colour: a second dab must not thin the first.
            float blended = pixels[offset] + cover * (colour[c % colour.length] - pixels[offset]);
            target[offset] = blended;
        }
    }
}
