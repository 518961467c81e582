package org.ganvas.data.transform;

/**
 * Brings a plane of pixels to another size. Smaller: each new pixel is the mean of the area that it covers, so that
 * nothing is left out and nothing flickers. Larger: linear between neighbours. Pure functions; any thread.
 */
public final class ImageResizer {

    private ImageResizer() {}

    /**
     * One axis: which old pixels make up each new one.
     *
     * @param first index of the first old pixel
     * @param shares of it and those after it; they add up to 1
     */
    private record Axis(int[] first, float[][] shares) {

        static Axis of(int from, int to) {
            int[] first = new int[to];
            float[][] shares = new float[to][];
            double scale = (double) from / to;
            // At least one old pixel wide: a narrower window would repeat pixels instead of blending them.
            double half = Math.max(scale, 1) / 2;
            for (int i = 0; i < to; i++) {
                double low = Math.max(0, (i + 0.5) * scale - half);
                double high = Math.min(from, (i + 0.5) * scale + half);
                first[i] = (int) low;
                int last = Math.max(first[i], (int) Math.ceil(high) - 1);
                shares[i] = new float[last - first[i] + 1];
                for (int j = first[i]; j <= last; j++) {
                    shares[i][j - first[i]] = (float) ((Math.min(high, j + 1) - Math.max(low, j)) / (high - low));
                }
            }
            return new Axis(first, shares);
        }

        float at(int target, float[] pixels, int start, int stride) {
            float sum = 0;
            int at = start + first[target] * stride;
            for (float share : shares[target]) {
                sum += share * pixels[at];
                at += stride;
            }
            return sum;
        }
    }

    /**
     * Resizes.
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
