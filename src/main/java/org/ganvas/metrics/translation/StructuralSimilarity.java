package org.ganvas.metrics.translation;

import org.ganvas.data.ImageShape;

/**
 * Structural similarity of images (Wang, Bovik, Sheikh and Simoncelli 2004): means, variances and covariance under an
 * 11x11 normal window of deviation 1.5, compared at every place where the window fits, channel by channel. In images of
 * fewer than 11 pixels the window has the largest odd side that fits. Black counts as 0: the comparison of means knows no
 * negative levels. Pure functions; any thread.
 */
final class StructuralSimilarity {

    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;

    /** Difference between black and white. */
    private static final double RANGE = 2;

    /** Added to a level of [-1, 1], so that black is 0. */
    private static final double BLACK = 1;

    /** (0.01 L)² and (0.03 L)², which keep the ratios finite. */
    private static final double C1 = 0.01 * RANGE * (0.01 * RANGE);

    private static final double C2 = 0.03 * RANGE * (0.03 * RANGE);

    private StructuralSimilarity() {}

    /** Mean over places, channels and images: 1 for equal images. */
    static double of(TranslationComparison c) {
        ImageShape shape = c.shape();
        int pixels = shape.height() * shape.width();
        int planes = c.count() * shape.channels();
        double sum = 0;
        for (int plane = 0; plane < planes; plane++) {
            sum += ofPlane(c, plane * pixels);
        }
        return sum / planes;
    }

    private static double ofPlane(TranslationComparison c, int start) {
        int height = c.shape().height();
        int width = c.shape().width();
        double[] down = weights(height);
        double[] across = weights(width);
        double sum = 0;
        int places = 0;
        for (int y = 0; y + down.length <= height; y++) {
            for (int x = 0; x + across.length <= width; x++) {
                sum += at(c, start + y * width + x, width, down, across);
                places++;
            }
        }
        return sum / places;
    }

    private static double at(TranslationComparison c, int corner, int width, double[] down, double[] across) {
        double meanA = 0;
        double meanB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int y = 0; y < down.length; y++) {
            for (int x = 0; x < across.length; x++) {
                double weight = down[y] * across[x];
                double a = c.images()[corner + y * width + x] + BLACK;
                double b = c.targets()[corner + y * width + x] + BLACK;
                meanA += weight * a;
                meanB += weight * b;
                squareA += weight * a * a;
                squareB += weight * b * b;
                product += weight * a * b;
            }
        }
        double variances = squareA - meanA * meanA + squareB - meanB * meanB;
        double covariance = product - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
    }

    private static double[] weights(int side) {
        int length = Math.min(WINDOW, side % 2 == 0 ? side - 1 : side);
        double[] weights = new double[Math.max(1, length)];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double from = i - (weights.length - 1) / 2.0;
            weights[i] = Math.exp(-from * from / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
