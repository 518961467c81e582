package org.ganvas.lab;

import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.lab.LabResult;

/**
 * Scales of colours and arrows. Colours follow D, see {@link FieldScale}; arrows follow the start of a run and then keep
 * their scale, because that they become short is what a vanishing gradient looks like. One thread.
 */
public final class LabScale {

    private static final int SETTLING_RESULTS = 40;

    /** Length of the arrow of a fitted force, as a share of the plot. */
    private static final double FITTED_LENGTH = 0.08;

    /** Logit, either way, below which D decides nothing: 51 %. The values of a critic have no such meaning. */
    private static final double UNDECIDED = 0.05;

    private static final double LEAST = 1e-6;

    private final FieldScale colours = new FieldScale();
    private int settled;
    private long lastStep = -1;
    private double gain;

    /** Scales of a run that has not begun. */
    public LabScale(LossSpec loss) {
        reset(loss);
    }

    /** Starts again with another run. */
    public void reset(LossSpec loss) {
        settled = 0;
        lastStep = -1;
        colours.reset(loss.estimatesDistance() ? LEAST : UNDECIDED);
        gain = 0;
    }

    /**
     * What is plotted at a step.
     *
     * @param logits of D on a lattice; empty where they are not known
     * @param neutral logit without a colour
     * @param forces x and y of each in turn; empty where they are not known
     * @param area that is visible
     */
    public record Plotted(long step, float[] logits, double neutral, float[] forces, PointBounds area) {

        private static Plotted of(LabResult result) {
            LabResult.Field field = result.field();
            LabResult.Forces forces = result.forces();
            return new Plotted(
                    result.step(),
                    field == null ? new float[0] : field.logits(),
                    field == null ? 0 : field.neutral(),
                    forces == null ? new float[0] : forces.directions(),
                    result.request().area());
        }

        /** Length of an arrow for a force of 1, by which strong ones are well seen; 0 where there are none. */
        private double fittedGain() {
            if (forces.length == 0) {
                return 0;
            }
            float[] lengths = new float[forces.length / 2];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = (float) Math.hypot(forces[2 * i], forces[2 * i + 1]);
            }
            double strong = FieldScale.quantile(lengths);
            return strong > 0 ? FITTED_LENGTH * Math.min(area.width(), area.height()) / strong : 0;
        }
    }

    /** Follows a result of the lab. */
    public void follow(LabResult result, boolean calm) {
        follow(Plotted.of(result), calm);
    }

    /**
     * Follows what is plotted.
     *
     * @param calm whether more follows quickly
     */
    public void follow(Plotted now, boolean calm) {
        if (now.logits().length > 0) {
            colours.follow(now.logits(), now.neutral(), calm);
        }
        if (settled < SETTLING_RESULTS) {
            // A paused run must not settle on its first weights.
            settled += now.step() == lastStep ? 0 : 1;
            gain = now.fittedGain();
        } else if (gain == 0) {
            gain = now.fittedGain();
        }
        lastStep = now.step();
    }

    /** Fits both scales to a result of the lab at once. */
    public void settleOn(LabResult result) {
        settleOn(Plotted.of(result));
    }

    /** Fits both scales to what is plotted at once; that of arrows for good. */
    public void settleOn(Plotted now) {
        settled = SETTLING_RESULTS;
        if (now.logits().length > 0) {
            colours.fit(now.logits(), now.neutral());
        }
        gain = now.fittedGain();
    }

    /** Fits arrows to the next forces: those shown now are of other places. */
    public void refitArrows() {
        gain = 0;
    }

    /** Keeps the arrows of other scales from now on. */
    public void keepGain(double newGain) {
        if (newGain > 0) {
            settled = SETTLING_RESULTS;
            gain = newGain;
        }
    }

    /** Distance from the neutral value at which a colour is strongest. */
    public double colours() {
        return colours.value();
    }

    /** Length of an arrow for a force of 1; 0 while it is not known. */
    public double gain() {
        return gain;
    }
}
