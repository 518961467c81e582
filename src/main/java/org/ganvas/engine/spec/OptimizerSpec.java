package org.ganvas.engine.spec;

/**
 * Adam (Kingma and Ba 2014).
 *
 * @param learningRate step size, positive
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of squares, in [0, 1)
 * @param epsilon added to the root, positive
 */
public record OptimizerSpec(double learningRate, double beta1, double beta2, double epsilon) {

    public OptimizerSpec {
        SpecException.require(
                learningRate > 0 && learningRate <= 1, "A learning rate lies in (0, 1], not at %s.", learningRate);
        SpecException.require(beta1 >= 0 && beta1 < 1, "Adam's beta1 lies in [0, 1), not at %s.", beta1);
        SpecException.require(beta2 >= 0 && beta2 < 1, "Adam's beta2 lies in [0, 1), not at %s.", beta2);
        SpecException.require(epsilon > 0, "Adam's epsilon must be positive, not %s.", epsilon);
    }

    /** Adam with epsilon 1e-8. */
    public static OptimizerSpec adam(double learningRate, double beta1, double beta2) {
        return new OptimizerSpec(learningRate, beta1, beta2, 1e-8);
    }

    public OptimizerSpec withLearningRate(double rate) {
        return new OptimizerSpec(rate, beta1, beta2, epsilon);
    }
}
