package org.ganvas.viewmodel.chart;

import java.util.Arrays;
import org.ganvas.session.run.ScalarCurve;

/**
 * Steps as charts count them: in steps, pictures or seconds. Immutable, any thread.
 *
 * @param unit what is counted
 * @param batch pictures a step
 * @param steps some steps of the run, ascending
 * @param seconds training time at each; neither to be changed
 */
public record StepScale(ChartUnit unit, int batch, double[] steps, double[] seconds) {

    /** A run without a step. */
    public static final StepScale STEPS = of(ChartUnit.STEPS, 1, ScalarCurve.EMPTY);

    /**
     * @param known a curve of the whole run, which knows when each step was
     */
    static StepScale of(ChartUnit unit, int batch, ScalarCurve known) {
        return new StepScale(unit, batch, known.steps(), known.seconds());
    }

    /** Where a step stands on the axis. */
    public double at(double step) {
        return switch (unit) {
            case STEPS -> step;
            case IMAGES -> step * batch;
            case SECONDS -> secondsAt(step);
        };
    }

    /** The step that stands there. */
    public double step(double at) {
        return switch (unit) {
            case STEPS -> at;
            case IMAGES -> at / batch;
            case SECONDS -> between(seconds, steps, at);
        };
    }

    /** Training time at a step. */
    public double secondsAt(double step) {
        return between(steps, seconds, step);
    }

    /** Straight lines through (0, 0) and the known points, the last one prolonged. */
    private static double between(double[] from, double[] to, double at) {
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
