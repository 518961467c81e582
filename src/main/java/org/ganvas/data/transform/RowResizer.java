package org.ganvas.data.transform;

import org.jspecify.annotations.Nullable;

/**
 * Resizing of one channel whose rows arrive one by one, with the same weights as {@link ImageResizer}: an image of any
 * height takes the memory of a few rows. Rows are first weighted and added, then each sum is resized across, so a pixel
 * costs one multiplication. Used by one thread.
 */
public final class RowResizer {

    private final ResizeAxis across;
    private final ResizeAxis down;
    private final int width;
    private final float[] resized;

    /** Sums of the new rows that are begun and not finished. */
    private final float[] @Nullable [] sums;

    private int nextRow;
    private int firstOpen;

    public RowResizer(int width, int height, int newWidth, int newHeight) {
        this.width = width;
        across = ResizeAxis.of(width, newWidth);
        down = ResizeAxis.of(height, newHeight);
        resized = new float[newWidth * newHeight];
        sums = new float[newHeight][];
    }

    /** Adds the next row from the top. */
    public void add(float[] row) {
        int y = nextRow++;
        for (int target = firstOpen; target < down.size() && down.first()[target] <= y; target++) {
            float[] sum = sums[target];
            if (sum == null) {
                sum = new float[width];
                sums[target] = sum;
            }
            float weight = down.weights()[target][y - down.first()[target]];
            for (int x = 0; x < width; x++) {
                sum[x] += weight * row[x];
            }
            if (down.last(target) == y) {
                finish(target, sum);
            }
        }
    }

    private void finish(int target, float[] sum) {
        for (int x = 0; x < across.size(); x++) {
            resized[target * across.size() + x] = across.at(x, sum, 0, 1);
        }
        sums[target] = null;
        firstOpen = target + 1;
    }

    /** Resized channel, row by row; complete once every row was added. */
    public float[] result() {
        if (firstOpen < down.size()) {
            throw new IllegalStateException("Rows are missing after " + nextRow + ".");
        }
        return resized;
    }
}
