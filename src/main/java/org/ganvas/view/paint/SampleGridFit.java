package org.ganvas.view.paint;

import org.ganvas.data.ImageShape;

/**
 * Layout of a grid of images in screen pixels. Immutable, any thread.
 *
 * @param shape of one image
 * @param scale of every image
 * @param rows of images
 * @param columns of images
 */
public record SampleGridFit(ImageShape shape, ImageScale scale, int rows, int columns) {

    /** Layout at the largest scale that fits into an area in screen pixels; at the smallest if none fits. */
    public static SampleGridFit into(ImageShape shape, int rows, int columns, double width, double height) {
        ImageScale scale = ImageScale.ALL.stream()
                .filter(one -> one.span(columns, shape.width()) <= width && one.span(rows, shape.height()) <= height)
                .findFirst()
                .orElse(ImageScale.ALL.get(ImageScale.ALL.size() - 1));
        return new SampleGridFit(shape, scale, rows, columns);
    }

    /** Index of the image at a position in screen pixels; -1 outside. */
    public int imageAt(double x, double y) {
        int stepX = scale.side(shape.width()) + scale.gap();
        int stepY = scale.side(shape.height()) + scale.gap();
        int column = (int) Math.floor(x / stepX);
        int row = (int) Math.floor(y / stepY);
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    /** Width in screen pixels. */
    public int width() {
        return scale.span(columns, shape.width());
    }

    /** Height in screen pixels. */
    public int height() {
        return scale.span(rows, shape.height());
    }
}
