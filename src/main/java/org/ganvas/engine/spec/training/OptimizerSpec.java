package org.ganvas.engine.spec.training;

import java.util.List;
import org.ganvas.engine.spec.base.SpecException;

/**
 * Update rule of the weights with its numbers. Immutable, any thread.
 *
 * @param kind update rule
 * @param learningRate step size, in (0, 1]
 * @param beta1 Adam: decay of the mean of gradients; SGD: momentum; in [0, 1); unused by RMSProp
 * @param beta2 Adam, RMSProp: decay of the mean of squares, in [0, 1); unused by SGD
 * @param epsilon Adam, RMSProp: added to the root, positive
 */
public record OptimizerSpec(Kind kind, double learningRate, double beta1, double beta2, double epsilon) {

    /** The update rules. */
    public enum Kind {
        /** Kingma and Ba 2014. */
        ADAM("adam/mean", "adam/square"),
        /** Hinton's lecture 6e, in PyTorch's form. */
        RMSPROP("rmsprop/square"),
        /** Gradient descent with momentum. */
        SGD("sgd/velocity");

        private final List<String> stateNames;

        Kind(String... stateNames) {
            this.stateNames = List.of(stateNames);
        }

        /** Names of the arrays that the optimizer keeps for each parameter. */
        public List<String> stateNames() {
            return stateNames;
        }
    }

    public OptimizerSpec {
        SpecException.require(
                learningRate > 0 && learningRate <= 1, "engine.spec.optimizer.learningRate", learningRate);
        SpecException.require(beta1 >= 0 && beta1 < 1, "engine.spec.optimizer.beta1", beta1);
        SpecException.require(beta2 >= 0 && beta2 < 1, "engine.spec.optimizer.beta2", beta2);
        SpecException.require(epsilon > 0, "engine.spec.optimizer.epsilon", epsilon);
    }

    /** Adam with epsilon 1e-8. */
    public static OptimizerSpec adam(double learningRate, double beta1, double beta2) {
        return new OptimizerSpec(Kind.ADAM, learningRate, beta1, beta2, 1e-8);
    }

    /** RMSProp with PyTorch's decay of 0.99 and epsilon 1e-8. */
    public static OptimizerSpec rmsProp(double learningRate) {
        return new OptimizerSpec(Kind.RMSPROP, learningRate, 0, 0.99, 1e-8);
    }

    public static OptimizerSpec sgd(double learningRate, double momentum) {
        return new OptimizerSpec(Kind.SGD, learningRate, momentum, 0, 1e-8);
    }

    OptimizerSpec withLearningRate(double rate) {
        return new OptimizerSpec(kind, rate, beta1, beta2, epsilon);
    }
}
