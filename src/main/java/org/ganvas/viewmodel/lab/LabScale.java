package org.ganvas.viewmodel.lab;

import java.util.Arrays;
import org.ganvas.data.PointBounds;
import org.ganvas.session.lab.LabResult;

/** Scales of colours and arrows: they follow the start of a run and then stay, because a scale that moves hides learning. FX thread. */
final class LabScale {

    private static final int SETTLING_RESULTS = 40;
    private static final double FITTED_SHARE = 0.95;

    /** Length of the arrow of a fitted force, as a share of the plot. */
    private static final double FITTED_LENGTH = 0.08;

    private int settled;
    private long lastStep = -1;
    private double colours = 1;
    private double gain;

    void reset() {
        settled = 0;
        lastStep = -1;
        colours = 1;
        gain = 0;
    }

    /** Follows a result while the run is young. */
    void follow(LabResult result) {
        if (settled < SETTLING_RESULTS) {
            // A paused run must not settle on its first weights.
            settled += result.step() == lastStep ? 0 : 1;
            fit(result);
        } else if (gain == 0) {
            gain = fittedGain(result);
        }
        lastStep = result.step();
    }

    /** Fits both scales to a result, for good. */
    void settleOn(LabResult result) {
        settled = SETTLING_RESULTS;
        fit(result);
    }

    private void fit(LabResult result) {
        LabResult.Field field = result.field();
        if (field != null) {
            float[] distances = new float[field.logits().length];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = (float) Math.abs(field.logits()[i] - field.neutral());
            }
            colours = Math.max(1e-6, quantile(distances));
        }
        gain = fittedGain(result);
    }

    private static double fittedGain(LabResult result) {
        LabResult.Forces forces = result.forces();
        if (forces == null || forces.directions().length == 0) {
            return 0;
        }
        float[] lengths = new float[forces.directions().length / 2];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) Math.hypot(forces.directions()[2 * i], forces.directions()[2 * i + 1]);
        }
        PointBounds area = result.request().area();
        double strong = quantile(lengths);
        return strong > 0 ? FITTED_LENGTH * Math.min(area.width(), area.height()) / strong : 0;
    }

    private static double quantile(float[] values) {
        Arrays.sort(values);
        float value = values[(int) (FITTED_SHARE * (values.length - 1))];
        return Float.isFinite(value) ? value : Float.MAX_VALUE;
    }

    /** Distance from the neutral value at which a colour is strongest. */
    double colours() {
        return colours;
    }

    /** Length of an arrow for a force of 1; 0 while it is not known. */
    double gain() {
        return gain;
    }
}
