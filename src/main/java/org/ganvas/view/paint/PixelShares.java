package org.ganvas.view.paint;

/**
 * How the pixels along one side of a picture are shared out to those of the screen: each of the screen's takes the mean of
 * what it covers, parts of pixels by their part. Pure, any thread.
 *
 * @param first the first pixel that each screen pixel covers
 * @param weights of it and those behind it, which add up to 1
 */
record PixelShares(int[] first, float[][] weights) {

    /** So many pixels onto so many of the screen. */
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
