package org.ganvas.view.paint;

/**
 * Weights of area averaging along one side of an image: each screen pixel is the mean of the pixels it covers, partly
 * covered ones by their share. Immutable, any thread.
 *
 * @param first index of the first image pixel covered by each screen pixel
 * @param weights of that pixel and the following ones, with sum 1
 */
record PixelShares(int[] first, float[][] weights) {

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
