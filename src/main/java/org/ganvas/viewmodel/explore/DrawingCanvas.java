package org.ganvas.viewmodel.explore;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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

    /** Greatest difference of a channel within a filled area: less than half of the soft edge of a stroke. */
    private static final float FILL_TOLERANCE = 0.6f;

    private static final float[] PAPER = {-1, -1, -1};

    /** The effect of a pen. */
    public enum Pen {
        /** Draws in its colour. */
        DRAW,
        /** Draws in the colour of empty paper. */
        ERASE,
        /** Fills the area of one colour around a point, up to the strokes that bound it. */
        FILL,
        /** Cuts a hole, which the inversion fills. */
        CUT,
        /** Closes a hole. */
        MEND;

        /** Whether it needs a translation, or a search, that fills holes. */
        public boolean masks() {
            return this == CUT || this == MEND;
        }
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

    /**
     * The canvas with the area around a point in one colour: the pixels that are reached from it, side by side, over pixels
     * of nearly its colour. Holes stay.
     *
     * @param x in pixels of the image
     * @param y in pixels of the image
     * @param colour one number for each channel, in [-1, 1]
     */
    DrawingCanvas filled(double x, double y, float[] colour) {
        int columns = shape.width();
        int start = row(y) * columns + Math.max(0, Math.min(columns - 1, (int) Math.floor(x)));
        boolean[] reached = new boolean[holes.length];
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached[start] = true;
        float[] next = pixels.clone();
        while (!open.isEmpty()) {
            int pixel = open.pop();
            blend(next, pixel, 1, colour);
            int column = pixel % columns;
            reach(column > 0 ? pixel - 1 : start, start, reached, open);
            reach(column < columns - 1 ? pixel + 1 : start, start, reached, open);
            reach(pixel >= columns ? pixel - columns : start, start, reached, open);
            reach(pixel < holes.length - columns ? pixel + columns : start, start, reached, open);
        }
        return new DrawingCanvas(shape, next, holes);
    }

    private int row(double y) {
        return Math.max(0, Math.min(shape.height() - 1, (int) Math.floor(y)));
    }

    private void reach(int pixel, int start, boolean[] reached, Deque<Integer> open) {
        if (!reached[pixel] && isAlike(pixel, start)) {
            reached[pixel] = true;
            open.push(pixel);
        }
    }

    private boolean isAlike(int one, int other) {
        for (int c = 0; c < shape.channels(); c++) {
            int plane = c * holes.length;
            if (Math.abs(pixels[plane + one] - pixels[plane + other]) > FILL_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** The canvas as numbers: pixels, holes (1, else -1), and one that belongs to them; see {@link #of(ImageShape, float[])}. */
    public float[] numbers(float last) {
        float[] numbers = Arrays.copyOf(pixels, pixels.length + holes.length + 1);
        for (int i = 0; i < holes.length; i++) {
            numbers[pixels.length + i] = holes[i] ? 1 : -1;
        }
        numbers[numbers.length - 1] = last;
        return numbers;
    }

    /** The canvas of {@link #numbers}. */
    static DrawingCanvas of(ImageShape shape, float[] numbers) {
        boolean[] holes = new boolean[shape.width() * shape.height()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = numbers[shape.size() + i] > 0;
        }
        return new DrawingCanvas(shape, Arrays.copyOf(numbers, shape.size()), holes);
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
        float[] nextPixels = pen.masks() ? pixels : pixels.clone();
        boolean[] nextHoles = pen.masks() ? holes.clone() : holes;
        float[] ink = pen == Pen.ERASE ? PAPER : colour;
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                double cover = radius - Math.hypot(column + 0.5 - x, row + 0.5 - y) + EDGE / 2;
                int pixel = row * shape.width() + column;
                if (!pen.masks() && cover > 0) {
                    blend(nextPixels, pixel, (float) Math.min(1, cover / EDGE), ink);
                } else if (pen.masks() && cover > EDGE / 2) {
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
