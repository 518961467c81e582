package org.ganvas.engine.dream;

import org.ganvas.engine.spec.dream.AscentSpec;

/** Rule that turns a gradient into a step of the pixels. Belongs to one thread and one octave. */
final class PixelStep {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final AscentSpec spec;
    private final double[] mean;
    private final double[] square;
    private int steps;

    PixelStep(AscentSpec spec, int length) {
        this.spec = spec;
        boolean adam = spec.rule() == AscentSpec.Rule.ADAM;
        mean = new double[adam ? length : 0];
        square = new double[mean.length];
    }

    /** The pixels after a step down a gradient, as a new array. */
    float[] moved(float[] pixels, float[] gradient) {
        steps++;
        float[] moved = pixels.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= (float) (spec.strength() * direction(i, gradient[i]));
        }
        return moved;
    }

    private double direction(int i, double gradient) {
        if (spec.rule() == AscentSpec.Rule.NORMALISED) {
            return gradient;
        }
        mean[i] += (1 - BETA1) * (gradient - mean[i]);
        square[i] += (1 - BETA2) * (gradient * gradient - square[i]);
        double first = mean[i] / (1 - Math.pow(BETA1, steps));
        double second = square[i] / (1 - Math.pow(BETA2, steps));
        return first / (Math.sqrt(second) + EPSILON);
    }
}
