package org.ganvas.view.paint;

import org.ganvas.data.ImageShape;

/**
 * Layout of grids that lie side by side or one below another, whichever shows their images larger. Immutable, any
 * thread.
 *
 * @param fit layout of each grid, in screen pixels
 * @param beside whether they lie side by side
 */
public record GridArrangement(SampleGridFit fit, boolean beside) {

    /** Share of the images that is shown at least where rows and columns are free. */
    private static final double LEAST_SHARE = 0.875;

    /**
     * Room for grids, in screen pixels.
     *
     * @param between grids that lie side by side
     * @param above grids that lie below another
     * @param head height of what stands above each grid
     * @param grids number of grids
     */
    public record Room(double width, double height, double between, double above, double head, int grids) {

        private SampleGridFit beside(ImageShape shape, int rows, int columns) {
            double each = (width - (grids - 1) * between) / grids;
            return SampleGridFit.into(shape, rows, columns, each, height - head);
        }

        private SampleGridFit below(ImageShape shape, int rows, int columns) {
            double each = (height - (grids - 1) * above) / grids;
            return SampleGridFit.into(shape, rows, columns, width, each - head);
        }
    }

    /** Arrangement of grids of so many rows and columns. */
    public static GridArrangement of(ImageShape shape, int rows, int columns, Room room) {
        SampleGridFit beside = room.beside(shape, rows, columns);
        SampleGridFit below = room.below(shape, rows, columns);
        return size(below) > size(beside) ? new GridArrangement(below, false) : new GridArrangement(beside, true);
    }

    /**
     * Arrangement of grids whose rows and columns have no meaning: as many of each as show the images largest, at the
     * cost of a few images at the end.
     */
    public static GridArrangement free(ImageShape shape, int rows, int columns, Room room) {
        int count = rows * columns;
        GridArrangement best = of(shape, rows, columns, room);
        for (int across = 1; across <= count; across++) {
            int down = count / across;
            if (across * down >= LEAST_SHARE * count) {
                GridArrangement other = of(shape, down, across, room);
                best = other.isBetterThan(best) ? other : best;
            }
        }
        return best;
    }

    private boolean isBetterThan(GridArrangement other) {
        double larger = size(fit) - size(other.fit);
        return larger > 0 || larger == 0 && count() > other.count();
    }

    private int count() {
        return fit.rows() * fit.columns();
    }

    private static double size(SampleGridFit fit) {
        return (double) fit.scale().up() / fit.scale().down();
    }
}
