package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/**
 * A picture to draw on and to cut holes into. Immutable by agreement; FX thread.
 *
 * @param shape of the picture
 * @param pixels channel by channel, in [-1, 1]
 * @param holes one a pixel, row by row
 */
public record DrawingCanvas(ImageShape shape, float[] pixels, boolean[] holes) {

    private static final double EDGE = 1;

    /** What a pen does. */
    public enum Pen {
        /** Leaves ink. */
        DRAW,
        /** Cuts a hole, to be filled by the search. */
        CUT,
        /** Closes a hole again. */
        MEND
    }

    static DrawingCanvas blank(ImageShape shape) {
        float[] pixels = new float[shape.size()];
        Arrays.fill(pixels, -1);
        return new DrawingCanvas(shape, pixels, new boolean[shape.width() * shape.height()]);
    }

    static DrawingCanvas of(SampleGrid grid, int index) {
        ImageShape shape = grid.shape();
        float[] pixels = new float[shape.size()];
        System.arraycopy(grid.pixels(), index * shape.size(), pixels, 0, pixels.length);
        return new DrawingCanvas(shape, pixels, new boolean[shape.width() * shape.height()]);
    }

    /** 1 for each number that counts, 0 for those in holes. */
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
     * The sheet after a dab of the pen.
     *
     * @param x in pixels of the picture
     * @param y in pixels of the picture
     * @param radius in pixels of the picture
     * @param ink one number a channel
     */
    DrawingCanvas withDab(Pen pen, double x, double y, double radius, float[] ink) {
        float[] nextPixels = pen == Pen.DRAW ? pixels.clone() : pixels;
        boolean[] nextHoles = pen == Pen.DRAW ? holes : holes.clone();
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                double cover = radius - Math.hypot(column + 0.5 - x, row + 0.5 - y) + EDGE / 2;
                int at = row * shape.width() + column;
                if (pen == Pen.DRAW && cover > 0) {
                    blend(nextPixels, at, (float) Math.min(1, cover / EDGE), ink);
                } else if (pen != Pen.DRAW && cover > EDGE / 2) {
                    nextHoles[at] = pen == Pen.CUT;
                }
            }
        }
        return new DrawingCanvas(shape, nextPixels, nextHoles);
    }

    private void blend(float[] target, int at, float cover, float[] ink) {
        for (int c = 0; c < shape.channels(); c++) {
            int place = c * holes.length + at;
            // Towards the ink only: a second dab must not thin what the first left.
            float wanted = pixels[place] + cover * (ink[c % ink.length] - pixels[place]);
            target[place] = wanted;
        }
    }
}
