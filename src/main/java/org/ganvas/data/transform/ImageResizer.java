package org.ganvas.data.transform;

/**
 * Resizing of one channel of pixels. Smaller: each new pixel is the mean of the area that it covers, so that nothing is
 * left out. Larger: linear interpolation of adjacent pixels. Pure functions; any thread.
 */
public final class ImageResizer {

    private ImageResizer() {}

    /**
     * Weights along one axis: the old pixels that make up each new one.
     *
     * @param first index of the first old pixel, by new pixel
     * @param weights of it and those after it; they add up to 1
     */
    private record Axis(int[] first, float[][] weights) {

        static Axis of(int from, int to) {
            int[] first = new int[to];
            float[][] weights = new float[to][];
            double scale = (double) from / to;
            // The window is at least one old pixel wide: a narrower one would repeat pixels instead of blending them.
            double half = Math.max(scale, 1) / 2;
            for (int i = 0; i < to; i++) {
                double low = Math.max(0, (i + 0.5) * scale - half);
                double high = Math.min(from, (i + 0.5) * scale + half);
                first[i] = (int) low;
                int last = Math.max(first[i], (int) Math.ceil(high) - 1);
                weights[i] = new float[last - first[i] + 1];
                for (int j = first[i]; j <= last; j++) {
                    weights[i][j - first[i]] = (float) ((Math.min(high, j + 1) - Math.max(low, j)) / (high - low));
                }
            }
            return new Axis(first, weights);
        }

        /** New pixel from a row or column that begins at {@code start}. */
        float at(int target, float[] pixels, int start, int stride) {
            float sum = 0;
            int at = start + first[target] * stride;
            for (float weight : weights[target]) {
                sum += weight * pixels[at];
                at += stride;
            }
            return sum;
        }
    }

    /**
     * Resizes one channel, first along rows, then along columns.
     *
     * @param pixels row by row
     * @return row by row, {@code newWidth * newHeight}
     */
    public static float[] resize(float[] pixels, int width, int height, int newWidth, int newHeight) {
        Axis across = Axis.of(width, newWidth);
        float[] narrow = new float[newWidth * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                narrow[y * newWidth + x] = across.at(x, pixels, y * width, 1);
            }
        }
        Axis down = Axis.of(height, newHeight);
        float[] small = new float[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                small[y * newWidth + x] = down.at(y, narrow, x, newWidth);
            }
        }
        return small;
    }
}
