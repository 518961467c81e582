package org.ganvas.view.paint;

/**
 * Weights along one side of an image. Area averaging: each screen pixel is the mean of the pixels it covers, partly covered
 * ones by their share. Smooth: a cubic through the pixels around it. Immutable, any thread.
 *
 * @param first index of the first image pixel that counts for each screen pixel
 * @param weights of that pixel and the following ones, with sum 1
 */
record PixelShares(int[] first, float[][] weights) {

    private static final int TAPS = 4;

    /** Weights of a smooth enlargement: cubic interpolation (Catmull and Rom 1974); of area averaging where it shrinks. */
    static PixelShares smooth(int pixels, int side) {
        if (side <= pixels) {
            return of(pixels, side);
        }
        int[] first = new int[side];
        float[][] weights = new float[side][];
        for (int i = 0; i < side; i++) {
            double centre = (i + 0.5) * pixels / side - 0.5;
            int base = (int) Math.floor(centre) - 1;
            double[] cubic = cubic(centre - Math.floor(centre));
            first[i] = Math.max(0, base);
            weights[i] = new float[Math.min(pixels - 1, base + TAPS - 1) - first[i] + 1];
            for (int tap = 0; tap < TAPS; tap++) {
                // Beyond the edges, the outermost pixel is repeated.
                int pixel = Math.max(0, Math.min(pixels - 1, base + tap));
                weights[i][pixel - first[i]] += (float) cubic[tap];
            }
        }
        return new PixelShares(first, weights);
    }

    private static double[] cubic(double t) {
        double square = t * t;
        double cube = square * t;
        return new double[] {
            -0.5 * t + square - 0.5 * cube,
            1 - 2.5 * square + 1.5 * cube,
            0.5 * t + 2 * square - 1.5 * cube,
            -0.5 * square + 0.5 * cube
        };
    }

    /** Weights from a number of image pixels to a number of screen pixels. */
    static PixelShares of(int pixels, int side) {
        int[] first = new int[side];
        float[][] weights = new float[side][];
        for (int i = 0; i < side; i++) {
            // In units of 1/side of a pixel, so that nothing is rounded.
            long start = (long) i * pixels;
            long end = start + pixels;
            first[i] = (int) (start / side);
            int last = (int) ((end - 1) / side);
            weights[i] = new float[last - first[i] + 1];
            for (int p = first[i]; p <= last; p++) {
                long covered = Math.min(end, (p + 1L) * side) - Math.max(start, (long) p * side);
                weights[i][p - first[i]] = (float) covered / pixels;
            }
        }
        return new PixelShares(first, weights);
    }
}
