package org.ganvas.data.corruption;

import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;

/**
 * Hole in the shape of brush strokes: a round brush of a third of the hole's side walks in straight pieces of random
 * direction and lifts now and then, until about as much is missing as in a square hole. Used by one thread for one mask.
 */
final class BrushStrokes {

    /** Strokes end when the missing pixels reach this share of a square hole; the last one covers the rest. */
    private static final double ENOUGH = 0.85;

    /** A walk that covers itself again and again must end. */
    private static final int MAX_PIECES = 200;

    private static final double LIFT = 0.25;
    private static final int BRUSHES = 3;

    private final ImageShape shape;
    private final SeededRandomStream random;
    private final double radius;
    private final double length;
    private final int wanted;
    private final boolean[] mask;
    private int missing;

    BrushStrokes(ImageShape shape, int side, SeededRandomStream random) {
        this.shape = shape;
        this.random = random;
        radius = Math.max(0.75, side / (2.0 * BRUSHES));
        length = Math.max(1, side / 2.0);
        wanted = Math.max(1, (int) (ENOUGH * side * side));
        mask = new boolean[shape.height() * shape.width()];
    }

    boolean[] mask() {
        double x = random.nextDouble(0, shape.width());
        double y = random.nextDouble(0, shape.height());
        for (int piece = 0; piece < MAX_PIECES && missing < wanted; piece++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double toX = within(x + length * StrictMath.cos(angle), shape.width());
            double toY = within(y + length * StrictMath.sin(angle), shape.height());
            drag(x, y, toX, toY);
            boolean lifts = random.nextDouble() < LIFT;
            x = lifts ? random.nextDouble(0, shape.width()) : toX;
            y = lifts ? random.nextDouble(0, shape.height()) : toY;
        }
        return mask;
    }

    private static double within(double value, int side) {
        return Math.max(0, Math.min(side, value));
    }

    private void drag(double x, double y, double toX, double toY) {
        int steps = (int) Math.ceil(2 * Math.hypot(toX - x, toY - y)) + 1;
        for (int i = 0; i <= steps && missing < wanted; i++) {
            dab(x + (toX - x) * i / steps, y + (toY - y) * i / steps);
        }
    }

    private void dab(double x, double y) {
        int top = Math.max(0, (int) Math.floor(y - radius));
        int bottom = Math.min(shape.height() - 1, (int) Math.ceil(y + radius));
        for (int row = top; row <= bottom; row++) {
            for (int column = Math.max(0, (int) Math.floor(x - radius));
                    column <= Math.min(shape.width() - 1, (int) Math.ceil(x + radius));
                    column++) {
                double dx = column + 0.5 - x;
                double dy = row + 0.5 - y;
                int at = row * shape.width() + column;
                if (dx * dx + dy * dy <= radius * radius && !mask[at]) {
                    mask[at] = true;
                    missing++;
                }
            }
        }
    }
}
