package org.ganvas.session.lab;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.training.LossSpec;

/**
 * Output of the best D where the densities of real and of generated points are f and g: the minimum of D's loss at each place.
 * Cross entropy ln(f/g) (Goodfellow 2014), least squares the mean of both targets (Mao 2016), hinge the sign of f - g (Lim and
 * Ye 2017), relativistic ln(f/g) up to a constant (Jolicoeur-Martineau 2018); a Wasserstein critic has none without a bound
 * of its slope. Immutable; any thread.
 */
final class OptimalOutput {

    /** Density, as a share of the greatest, below which a place counts as empty; there D may answer anything. */
    private static final double EMPTY = 1e-6;

    private final LossSpec loss;
    private final double smoothing;
    private final int pack;

    OptimalOutput(GanSpec spec) {
        loss = spec.loss();
        smoothing = RegularizerSettings.SMOOTHING.get(spec);
        pack = spec.pack();
    }

    boolean exists() {
        return !loss.estimatesDistance() && !loss.encodes();
    }

    /** Best output at each place; empty where there is none. */
    float[] of(float[] real, float[] fake) {
        if (!exists()) {
            return new float[0];
        }
        double floor = Double.MIN_NORMAL;
        for (int i = 0; i < real.length; i++) {
            floor = Math.max(floor, EMPTY * Math.max(real[i], fake[i]));
        }
        float[] best = new float[real.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = (float) at(real[i] + floor, fake[i] + floor);
        }
        return best;
    }

    private double at(double f, double g) {
        // A real point counts as generated to the share of the smoothing.
        double real = (1 - smoothing) * f;
        double fake = g + smoothing * f;
        if (loss.paired()) {
            return pack * Math.log(f / g);
        }
        if (loss.hasProbabilities()) {
            return pack * Math.log(real / fake);
        }
        return loss.hasTargets()
                ? -(real * loss.real().offset() + fake * loss.fake().offset()) / (real + fake)
                : Math.signum(f - g);
    }

    /** D's loss for its outputs on as many real as generated points. */
    double loss(float[] real, float[] fake) {
        double sum = 0;
        for (int i = 0; i < real.length; i++) {
            if (loss.paired()) {
                sum += loss.real().at(real[i] - fake[i]);
            } else {
                sum += (1 - smoothing) * loss.real().at(real[i])
                        + smoothing * loss.fake().at(real[i])
                        + loss.fake().at(fake[i]);
            }
        }
        return sum / real.length;
    }
}
