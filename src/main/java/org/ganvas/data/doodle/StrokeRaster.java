package org.ganvas.data.doodle;

import org.ganvas.data.SeededRandomStream;

/**
 * Raster of 28x28 pixels for pen strokes. A pixel's grey follows from its distance to the line, which smooths edges as a
 * scanner does. Used by one thread for one image.
 */
final class StrokeRaster {

    static final int SIDE = 28;

    /** Row and column of the centre of mass of MNIST's digits. */
    private static final int MIDDLE = 14;

    /** Width of the transition at an edge, in pixels. */
    private static final double EDGE = 1.25;

    /** Random variation of the grey at an edge from pixel to pixel, as on paper. */
    private static final double ROUGHNESS = 1.2;

    private final float[] ink = new float[SIDE * SIDE];

    void draw(PenStrokePath path) {
        for (int s = 0; s < path.strokes(); s++) {
            for (int i = path.strokeStart(s); i < path.strokeEnd(s) - 1; i++) {
                drawSegment(path, i);
            }
        }
    }

    /** Takes the ink away that another drawing has. */
    void erase(StrokeRaster other) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] *= 1 - other.ink[i];
        }
    }

    private void drawSegment(PenStrokePath path, int i) {
        double reach = Math.max(path.radius(i), path.radius(i + 1)) + EDGE / 2 - 0.5;
        int left = first(Math.min(path.x(i), path.x(i + 1)) - reach);
        int right = last(Math.max(path.x(i), path.x(i + 1)) + reach);
        int top = first(Math.min(path.y(i), path.y(i + 1)) - reach);
        int bottom = last(Math.max(path.y(i), path.y(i + 1)) + reach);
        Segment segment = new Segment(path, i);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float cover = segment.cover(column + 0.5, row + 0.5);
                int at = row * SIDE + column;
                if (cover > ink[at]) {
                    ink[at] = cover;
                }
            }
        }
    }

    private static int first(double edge) {
        return Math.max(0, (int) edge);
    }

    private static int last(double edge) {
        return Math.min(SIDE - 1, (int) edge);
    }

    /**
     * Finished image, shifted by whole pixels so that its centre of mass lies in the middle, as MNIST's digits were;
     * fractions of pixels would blur the edges.
     */
    byte[] toImage(SeededRandomStream random) {
        double mass = 0;
        double columns = 0;
        double rows = 0;
        for (int i = 0; i < ink.length; i++) {
            int row = i / SIDE;
            mass += ink[i];
            columns += ink[i] * (i - row * SIDE);
            rows += ink[i] * row;
        }
        return shifted((int) Math.rint(MIDDLE - columns / mass), (int) Math.rint(MIDDLE - rows / mass), random);
    }

    private byte[] shifted(int right, int down, SeededRandomStream random) {
        byte[] grey = new byte[ink.length];
        for (int row = Math.max(0, -down); row < Math.min(SIDE, SIDE - down); row++) {
            for (int column = Math.max(0, -right); column < Math.min(SIDE, SIDE - right); column++) {
                double cover = ink[row * SIDE + column];
                if (cover > 0) {
                    grey[(row + down) * SIDE + column + right] = grey(cover, random);
                }
            }
        }
        return grey;
    }

    private static byte grey(double cover, SeededRandomStream random) {
        double smooth = cover * cover * (3 - 2 * cover);
        double rough = smooth * (1 + ROUGHNESS * (1 - smooth) * (random.nextDouble() - 0.5));
        return (byte) Math.min(255, (int) (255 * rough + 0.5));
    }

    /** Straight segment between two points of the path. */
    private static final class Segment {

        private final double x;
        private final double y;
        private final double dx;
        private final double dy;
        private final double inverseSquare;
        private final double radius;
        private final double widening;

        Segment(PenStrokePath path, int i) {
            x = path.x(i);
            y = path.y(i);
            dx = path.x(i + 1) - x;
            dy = path.y(i + 1) - y;
            inverseSquare = 1 / (dx * dx + dy * dy + 1e-12);
            radius = path.radius(i);
            widening = path.radius(i + 1) - radius;
        }

        /** Share of a pixel that is covered: 0 outside the edge to 1 inside. */
        float cover(double column, double row) {
            double px = column - x;
            double py = row - y;
            double along = (px * dx + py * dy) * inverseSquare;
            double t = along < 0 ? 0 : along > 1 ? 1 : along;
            double ex = px - t * dx;
            double ey = py - t * dy;
            double inside = radius + t * widening - Math.sqrt(ex * ex + ey * ey);
            double cover = 0.5 + inside * (1 / EDGE);
            return cover > 1 ? 1 : (float) cover;
        }
    }
}
