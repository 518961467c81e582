package org.ganvas.lab;

import java.util.Arrays;

/**
 * Scale of the colours of a function: the distance from its neutral value at which a colour is strongest. It has round steps
 * (1, 2, 3, 5 times a power of ten) and follows the function up and down, but not every small change, because a scale that
 * moves with each result hides learning, and one that never moves hides it when the function has become flat. One thread.
 */
public final class FieldScale {

    private static final double[] STEPS = {1, 2, 3, 5, 10};

    /** Share of the function's values that the scale spans. */
    private static final double FITTED_SHARE = 0.95;

    /** Values of a function from which its extent is taken, at most. */
    private static final int LOOKED_AT = 2048;

    /** Ratio by which values must leave a step before the next one is taken, either way. */
    private static final double HYSTERESIS = 1.15;

    /** Results in a row that fit into a lower step before that is taken while results come quickly: about a second. */
    private static final int CALM_RESULTS = 25;

    private double least;
    private double value;
    private double peak;
    private int lower;

    /**
     * Starts again.
     *
     * @param newLeast smallest scale, more than 0; a function that varies less counts as flat
     */
    public void reset(double newLeast) {
        least = newLeast;
        value = 0;
        peak = 0;
        lower = 0;
    }

    /**
     * Follows a result.
     *
     * @param values of the function
     * @param neutral value without a colour
     * @param calm whether others follow quickly, so that a lower step waits until several agree
     */
    public void follow(float[] values, double neutral, boolean calm) {
        double extent = extent(values, neutral);
        if (value == 0 || extent > HYSTERESIS * value) {
            set(extent);
            return;
        }
        if (step(HYSTERESIS * extent) >= value) {
            lower = 0;
            peak = 0;
            return;
        }
        lower++;
        peak = Math.max(peak, extent);
        if (!calm || lower >= CALM_RESULTS) {
            set(HYSTERESIS * peak);
        }
    }

    /** Takes the step that fits a result best, at once. */
    public void fit(float[] values, double neutral) {
        set(extent(values, neutral));
    }

    private void set(double extent) {
        value = step(extent);
        lower = 0;
        peak = 0;
    }

    /** Of every so many values only: to sort them all took a tenth of a frame, and the steps are far coarser. */
    private static double extent(float[] values, double neutral) {
        int stride = values.length / LOOKED_AT + 1 | 1;
        float[] distances = new float[(values.length - 1) / stride + 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) Math.abs(values[i * stride] - neutral);
        }
        return quantile(distances);
    }

    /** The value below which 95 of 100 lie; sorts them. */
    static double quantile(float[] values) {
        Arrays.sort(values);
        float at = values[(int) (FITTED_SHARE * (values.length - 1))];
        return Float.isFinite(at) ? at : Float.MAX_VALUE;
    }

    /** The smallest step that is not less. */
    private double step(double wanted) {
        if (!(wanted > least)) {
            return least;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : STEPS) {
            if (step * power >= wanted * (1 - 1e-9)) {
                return step * power;
            }
        }
        return STEPS[STEPS.length - 1] * power;
    }

    /** Distance from the neutral value at which a colour is strongest; more than 0. */
    public double value() {
        return value > 0 ? value : 1;
    }
}
