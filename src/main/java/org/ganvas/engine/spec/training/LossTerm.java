package org.ganvas.engine.spec.training;

/**
 * One term of a loss: factor · curve(sign · logit + offset), averaged over the batch. Training, charts and exported
 * scripts work from these terms and need no code for a single loss. Immutable, any thread.
 *
 * @param curve scalar function
 * @param sign 1 or -1
 * @param offset added to the logit
 * @param factor of the curve
 */
public record LossTerm(Curve curve, double sign, double offset, double factor) {

    /** Scalar functions. */
    public enum Curve {
        /** ln(1 + eᵗ). */
        SOFTPLUS,
        /** t². */
        SQUARE,
        /** t. */
        LINEAR,
        /** max(t, 0). */
        HINGE
    }

    static LossTerm softplus(double sign) {
        return new LossTerm(Curve.SOFTPLUS, sign, 0, 1);
    }

    static LossTerm linear(double sign) {
        return new LossTerm(Curve.LINEAR, sign, 0, 1);
    }

    /** ½ (logit - target)². */
    static LossTerm halfSquare(double target) {
        return new LossTerm(Curve.SQUARE, 1, -target, 0.5);
    }

    /** max(0, 1 + sign · logit). */
    static LossTerm hinge(double sign) {
        return new LossTerm(Curve.HINGE, sign, 1, 1);
    }

    LossTerm times(double by) {
        return new LossTerm(curve, sign, offset, factor * by);
    }

    /** Value at one logit, in a form that never overflows. */
    public double at(double logit) {
        double t = sign * logit + offset;
        return factor
                * switch (curve) {
                    case SOFTPLUS -> Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
                    case SQUARE -> t * t;
                    case LINEAR -> t;
                    case HINGE -> Math.max(t, 0);
                };
    }

    /** Derivative by the logit, in a form that never overflows; 0 at a kink. */
    public double slope(double logit) {
        double t = sign * logit + offset;
        return factor
                * sign
                * switch (curve) {
                    case SOFTPLUS -> t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
                    case SQUARE -> 2 * t;
                    case LINEAR -> 1;
                    case HINGE -> t > 0 ? 1 : 0;
                };
    }
}
