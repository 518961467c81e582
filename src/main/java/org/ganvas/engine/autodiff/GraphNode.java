package org.ganvas.engine.autodiff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Node of the graph: the operation that computed a tensor.
 *
 * @param inputs of the operation
 * @param rule derivative of the operation
 */
record GraphNode(List<Tensor> inputs, Rule rule) {

    /** Derivative of an operation, written with operations so that it can be differentiated again. */
    @FunctionalInterface
    interface Rule {
        /**
         * The gradient by one input, given the gradient by the output (a vector-Jacobian product).
         *
         * @param input index of the input
         * @param gradient shaped like the output
         * @return shaped like that input; null for zero
         */
        @Nullable
        Tensor gradient(int input, Tensor gradient);

        /**
         * The gradients by several inputs, for operations whose native code computes them together.
         *
         * @param wanted whether the gradient by each input is needed
         * @return one per input; null where it is zero or not needed
         */
        default @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
            @Nullable Tensor[] gradients = new Tensor[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                gradients[i] = wanted[i] ? gradient(i, gradient) : null;
            }
            return gradients;
        }
    }

    /** Derivative whose native code computes the gradients by all inputs together. */
    interface JointRule extends Rule {
        @Override
        default @Nullable Tensor gradient(int input, Tensor gradient) {
            boolean[] wanted = new boolean[input + 1];
            wanted[input] = true;
            return gradients(wanted, gradient)[input];
        }

        /** @return one per input at least up to the last one that is wanted */
        @Override
        @Nullable
        Tensor[] gradients(boolean[] wanted, Tensor gradient);
    }
}
