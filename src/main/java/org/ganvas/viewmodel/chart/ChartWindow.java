package org.ganvas.viewmodel.chart;

/**
 * The stretch of a run that charts show, in steps. Immutable, any thread.
 *
 * @param from the left edge
 * @param to the right edge, greater
 * @param last the last step there is
 * @param follows whether the right edge goes along with training
 */
public record ChartWindow(double from, double to, double last, boolean follows) {

    /** A run that has hardly begun is drawn as if it had so many steps, so that the axis does not race. */
    static final double FIRST_STEPS = 100;

    /** Nothing is seen in less. */
    private static final double NARROWEST = 8;

    /** Before the first step. */
    public static final ChartWindow EMPTY = whole(0);

    /** The whole run so far, and what comes. */
    public static ChartWindow whole(double last) {
        return new ChartWindow(0, end(last), last, true);
    }

    private static double end(double last) {
        return Math.max(FIRST_STEPS, last);
    }

    public double width() {
        return to - from;
    }

    /** Whether it shows everything. */
    public boolean isWhole() {
        return follows && from == 0;
    }

    /** The same window after more steps. */
    ChartWindow at(double newLast) {
        if (isWhole() || newLast < last) {
            return whole(newLast);
        }
        double moved = follows ? end(newLast) - to : 0;
        return new ChartWindow(from + moved, to + moved, newLast, follows);
    }

    /**
     * Nearer or farther, with one place standing still.
     *
     * @param at the step that stays where it is
     * @param factor of the width
     */
    ChartWindow zoomed(double at, double factor) {
        double wide = Math.max(NARROWEST, Math.min(end(last), factor * width()));
        double real = wide / width();
        return within(at - (at - from) * real, wide);
    }

    /** Moved by some steps, as far as the run reaches. */
    ChartWindow moved(double steps) {
        return within(from + steps, width());
    }

    private ChartWindow within(double wantedFrom, double wide) {
        double start = Math.max(0, Math.min(end(last) - wide, wantedFrom));
        return new ChartWindow(start, start + wide, last, start + wide >= end(last) - 1e-9);
    }
}
