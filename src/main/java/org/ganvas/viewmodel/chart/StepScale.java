package org.ganvas.viewmodel.chart;

import java.util.Arrays;
import org.ganvas.session.run.ScalarCurve;

/**
 * Scale of the horizontal axis: maps steps to steps, images or seconds. Immutable, any thread.
 *
 * @param unit of the axis
 * @param batch images per step
 * @param steps some steps of the run, ascending; not to be changed
 * @param seconds training time at each of them; not to be changed
 */
public record StepScale(ChartUnit unit, int batch, double[] steps, double[] seconds) {

    /** Scale of a run without steps. */
    public static final StepScale STEPS = of(ChartUnit.STEPS, 1, ScalarCurve.EMPTY);

    /**
     * Scale of a run.
     *
     * @param known any curve of the whole run, for the training time at its steps
     */
    static StepScale of(ChartUnit unit, int batch, ScalarCurve known) {
        return new StepScale(unit, batch, known.steps(), known.seconds());
    }

    /** Position of a step on the axis. */
    public double at(double step) {
        return switch (unit) {
            case STEPS -> step;
            case IMAGES -> step * batch;
            case SECONDS -> secondsAt(step);
        };
    }

    /** Step at a position of the axis. */
    public double step(double at) {
        return switch (unit) {
            case STEPS -> at;
            case IMAGES -> at / batch;
            case SECONDS -> interpolate(seconds, steps, at);
        };
    }

    /** Training time at a step. */
    public double secondsAt(double step) {
        return interpolate(steps, seconds, step);
    }

    /** Linear interpolation through (0, 0) and the known points; the last line is extended. */
    private static double interpolate(double[] from, double[] to, double at) {
        int size = from.length;
        if (size == 0) {
            return at;
        }
        int found = Arrays.binarySearch(from, at);
        int right = Math.min(size - 1, found >= 0 ? found : -found - 1);
        double x0 = right == 0 ? 0 : from[right - 1];
        double y0 = right == 0 ? 0 : to[right - 1];
        double slope = from[right] > x0 ? (to[right] - y0) / (from[right] - x0) : 1;
        return y0 + slope * (at - x0);
    }
}
