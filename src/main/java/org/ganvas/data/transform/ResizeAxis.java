package org.ganvas.data.transform;

/**
 * Weights along one axis of a resized channel: the old pixels that make up each new one. Immutable; any thread.
 *
 * @param first index of the first old pixel, by new pixel
 * @param weights of it and those after it; they add up to 1
 */
record ResizeAxis(int[] first, float[][] weights) {

    static ResizeAxis of(int from, int to) {
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
        return new ResizeAxis(first, weights);
    }

    /** Number of new pixels. */
    int size() {
        return first.length;
    }

    /** Index of the last old pixel of a new one. */
    int last(int target) {
        return first[target] + weights[target].length - 1;
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
