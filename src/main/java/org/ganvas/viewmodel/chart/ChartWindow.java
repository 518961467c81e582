package org.ganvas.viewmodel.chart;

/**
 * Range of steps that charts show. Immutable, any thread.
 *
 * @param from left edge
 * @param to right edge, greater than the left one
 * @param last last step of the run
 * @param follows whether the right edge moves with the last step
 */
public record ChartWindow(double from, double to, double last, boolean follows) {

    /** Least range for a whole run, so that the axis of a new run does not rescale at every step. */
    static final double LEAST_END = 100;

    /** Steps of {@link #latest}. */
    static final double LATEST = 1000;

    /** Least width, in steps. */
    private static final double LEAST_WIDTH = 8;

    /** Range before the first step. */
    public static final ChartWindow EMPTY = whole(0);

    /** Range of the whole run, which follows the last step. */
    public static ChartWindow whole(double last) {
        return new ChartWindow(0, end(last), last, true);
    }

    /** Range of the latest steps, which follows the last one; the whole run while it is shorter. */
    public static ChartWindow latest(double last) {
        double to = end(last);
        return new ChartWindow(Math.max(0, to - LATEST), to, last, true);
    }

    private static double end(double last) {
        return Math.max(LEAST_END, last);
    }

    public double width() {
        return to - from;
    }

    /** Whether the whole run is shown. */
    public boolean isWhole() {
        return follows && from == 0;
    }

    /** This range after more steps of the run. */
    ChartWindow at(double newLast) {
        if (isWhole() || newLast < last) {
            return whole(newLast);
        }
        double moved = follows ? end(newLast) - to : 0;
        return new ChartWindow(from + moved, to + moved, newLast, follows);
    }

    /**
     * Range of another width with one step at the same place.
     *
     * @param at step that keeps its place
     * @param factor of the width
     */
    ChartWindow zoomed(double at, double factor) {
        double wide = Math.max(LEAST_WIDTH, Math.min(end(last), factor * width()));
        double real = wide / width();
        return within(at - (at - from) * real, wide);
    }

    /** Range moved by a number of steps, within the run. */
    ChartWindow moved(double steps) {
        return within(from + steps, width());
    }

    private ChartWindow within(double requestedFrom, double wide) {
        double start = Math.max(0, Math.min(end(last) - wide, requestedFrom));
        return new ChartWindow(start, start + wide, last, start + wide >= end(last) - 1e-9);
    }
}
