package org.ganvas.session.dirac;

import org.ganvas.engine.spec.training.LossSpec;

/**
 * Dirac-GAN (Mescheder et al. 2018, 1801.04406): the data is the point 0, G makes the point θ, and D(x) = ψx. With the
 * terms of a loss both gradients have a closed form, so gradient descent is two numbers that move in a plane. Immutable, any
 * thread.
 *
 * @param loss whose logits are not paired
 * @param rate learning rate of both players, above 0
 * @param regularizer of D
 * @param weight of the regularizer: γ of R1, λ of the gradient penalty, or the limit of clipping; at least 0
 * @param alternating whether D learns from the θ that G has just reached; else both learn at once
 */
public record DiracGan(LossSpec loss, double rate, Regularizer regularizer, double weight, boolean alternating) {

    /** Regularizers of D, whose slope is ψ everywhere. */
    public enum Regularizer {
        /** None. */
        NONE,
        /** γ/2 ψ², at real points (Mescheder 2018). */
        R1,
        /** λ/2 (|ψ| - 1)² (after Gulrajani 2017). */
        SLOPE_OF_ONE,
        /** ψ is limited after each step (Arjovsky 2017). */
        CLIPPING
    }

    public DiracGan {
        if (loss.paired() || loss.matchesFeatures() || loss.encodes() || !(rate > 0) || !(weight >= 0)) {
            throw new IllegalArgumentException("no Dirac-GAN: " + loss + ", rate " + rate + ", weight " + weight);
        }
    }

    /** Change of θ per unit of time: minus the slope of G's loss. */
    public double velocityOfTheta(double theta, double psi) {
        return -loss.generator().slope(psi * theta) * psi;
    }

    /** Change of ψ per unit of time: minus the slope of D's loss and of its regularizer. */
    public double velocityOfPsi(double theta, double psi) {
        double slope = loss.fake().slope(psi * theta) * theta;
        return switch (regularizer) {
            case NONE, CLIPPING -> -slope;
            case R1 -> -slope - weight * psi;
            case SLOPE_OF_ONE -> -slope - weight * (Math.abs(psi) - 1) * Math.signum(psi);
        };
    }

    /**
     * The way of gradient descent.
     *
     * @param steps number of steps
     * @return θ and ψ in turn, {@code steps + 1} pairs with the start
     */
    public double[] trajectory(double theta, double psi, int steps) {
        double[] trajectory = new double[2 * steps + 2];
        trajectory[0] = theta;
        trajectory[1] = psi;
        for (int i = 0; i < steps; i++) {
            double nextTheta = trajectory[2 * i] + rate * velocityOfTheta(trajectory[2 * i], trajectory[2 * i + 1]);
            double nextPsi = trajectory[2 * i + 1]
                    + rate * velocityOfPsi(alternating ? nextTheta : trajectory[2 * i], trajectory[2 * i + 1]);
            if (regularizer == Regularizer.CLIPPING) {
                nextPsi = Math.max(-weight, Math.min(weight, nextPsi));
            }
            trajectory[2 * i + 2] = nextTheta;
            trajectory[2 * i + 3] = nextPsi;
        }
        return trajectory;
    }

    /** Distance from the equilibrium after a number of steps of a trajectory. */
    public static double distance(double[] trajectory, int step) {
        return Math.hypot(trajectory[2 * step], trajectory[2 * step + 1]);
    }
}
