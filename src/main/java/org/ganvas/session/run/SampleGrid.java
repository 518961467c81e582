package org.ganvas.session.run;

import java.util.Locale;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SimilarityTransform;

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
 * @param place where the data was in that step; the identity for images
 */
public record SampleGrid(
        ImageShape shape, int rows, int columns, float[] pixels, int[] labels, long step, SimilarityTransform place) {

    public SampleGrid {
        if (pixels.length != rows * columns * shape.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d floats are not %d x %d images of %s", pixels.length, rows, columns, shape));
        }
    }

    /** Images, or points of data that stays where it is. */
    public SampleGrid(ImageShape shape, int rows, int columns, float[] pixels, int[] labels, long step) {
        this(shape, rows, columns, pixels, labels, step, SimilarityTransform.IDENTITY);
    }

    /** Points of the data at another place; the grid itself where that is the same. */
    public SampleGrid at(SimilarityTransform otherPlace) {
        float[] moved = place.isIdentity() && otherPlace.isIdentity()
                ? pixels
                : otherPlace.mapped(place.inverse().mapped(pixels));
        return moved == pixels ? this : new SampleGrid(shape, rows, columns, moved, labels, step, otherPlace);
    }

    public int count() {
        return rows * columns;
    }

    /** A copy of {@code rows * columns} images in a row, from index {@code first} on; without labels. */
    public SampleGrid slice(int first, int rows, int columns) {
        int size = shape.size();
        float[] copy = new float[rows * columns * size];
        System.arraycopy(pixels, first * size, copy, 0, copy.length);
        return new SampleGrid(shape, rows, columns, copy, new int[0], step);
    }

    /** A copy of one image, without its label. */
    public SampleGrid image(int index) {
        return slice(index, 1, 1);
    }
}
