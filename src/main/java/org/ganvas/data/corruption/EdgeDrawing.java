package org.ganvas.data.corruption;

import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;

/**
 * The edges of an image as a line drawing, black on white: one plane, 1 where there is paper and -1 where the Sobel
 * gradient of the brightness exceeds a threshold (Sobel and Feldman 1968). Beyond the border lie the pixels of the border.
 *
 * @param threshold least norm of the gradient, 0 to 1: black beside white along a straight line has 1
 */
public record EdgeDrawing(double threshold) implements Corruption {

    private static final float INK = -1;
    private static final float PAPER = 1;

    /** Gradient of a straight edge between -1 and 1 under the masks 1 2 1. */
    private static final double GREATEST = 8;

    public EdgeDrawing {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("Edges have a threshold between 0 and 1, not " + threshold);
        }
    }

    @Override
    public PlaneShape planes(ImageShape of) {
        return new PlaneShape(1, of.height(), of.width());
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        float[] luma = Corruption.luma(image, shape);
        double least = threshold * GREATEST;
        for (int y = 0; y < shape.height(); y++) {
            int above = Math.max(0, y - 1) * shape.width();
            int here = y * shape.width();
            int below = Math.min(shape.height() - 1, y + 1) * shape.width();
            for (int x = 0; x < shape.width(); x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(shape.width() - 1, x + 1);
                double across = (luma[above + right] - luma[above + left])
                        + 2 * (luma[here + right] - luma[here + left])
                        + (luma[below + right] - luma[below + left]);
                double down = (luma[below + left] - luma[above + left])
                        + 2 * (luma[below + x] - luma[above + x])
                        + (luma[below + right] - luma[above + right]);
                target[offset + here + x] = across * across + down * down > least * least ? INK : PAPER;
            }
        }
    }
}
