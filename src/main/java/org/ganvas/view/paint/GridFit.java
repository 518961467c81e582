package org.ganvas.view.paint;

import org.ganvas.data.ImageShape;

/**
 * How a grid of pictures lies on the screen. Pure, any thread.
 *
 * @param shape of one picture
 * @param scale of every picture
 * @param rows that are shown
 * @param columns that are shown
 */
public record GridFit(ImageShape shape, ImageScale scale, int rows, int columns) {

    /** The largest scale at which a grid fits into a room of so many screen pixels; the smallest if none does. */
    public static GridFit into(ImageShape shape, int rows, int columns, double width, double height) {
        ImageScale scale = ImageScale.ALL.stream()
                .filter(one -> one.span(columns, shape.width()) <= width && one.span(rows, shape.height()) <= height)
                .findFirst()
                .orElse(ImageScale.ALL.get(ImageScale.ALL.size() - 1));
        return new GridFit(shape, scale, rows, columns);
    }

    /** The same pictures in fewer columns: as many as fit into a width, at least one. */
    public GridFit narrowed(double width) {
        int count = columns;
        while (count > 1 && scale.span(count, shape.width()) > width) {
            count--;
        }
        return new GridFit(shape, scale, rows, count);
    }

    /** Which picture stands at a place, in screen pixels; negative where there is none. */
    public int pictureAt(double x, double y) {
        int stepX = scale.side(shape.width()) + scale.gap();
        int stepY = scale.side(shape.height()) + scale.gap();
        int column = (int) Math.floor(x / stepX);
        int row = (int) Math.floor(y / stepY);
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    /** Screen pixels. */
    public int width() {
        return scale.span(columns, shape.width());
    }

    /** Screen pixels. */
    public int height() {
        return scale.span(rows, shape.height());
    }
}
