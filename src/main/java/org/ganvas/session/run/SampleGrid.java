package org.ganvas.session.run;

import org.ganvas.data.ImageShape;

/**
 * Images in rows and columns, copied out of the engine; or 2-D points, where rows and columns have no meaning. Immutable by
 * convention, any thread.
 *
 * @param shape of one image
 * @param rows of the grid
 * @param columns of the grid
 * @param pixels image after image, row by row of the grid, each channel by channel, in [-1, 1]; of points x and y of each
 *     in turn, in the units of the data
 * @param labels class of each image; empty where there are none
 * @param step training step of the weights
 */
public record SampleGrid(ImageShape shape, int rows, int columns, float[] pixels, int[] labels, long step) {

    public SampleGrid {
        if (pixels.length != rows * columns * shape.size()) {
            throw new IllegalArgumentException(
                    "%d floats are not %d x %d images of %s".formatted(pixels.length, rows, columns, shape));
        }
    }

    public int count() {
        return rows * columns;
    }
}
