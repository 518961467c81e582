package org.ganvas.engine.autodiff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tensor was computed.
 *
 * @param inputs what it was computed from
 * @param rule its derivative
 */
record GraphNode(List<Tensor> inputs, Rule rule) {

    /**
     * The derivative of one operation, written with operations so that it can be differentiated again.
     */
    @FunctionalInterface
    interface Rule {
        /**
         * The gradient of the scalar at the end by one input, given the gradient by the output.
         *
         * @param input index of an input that somebody wants the gradient of
         * @param gradient shaped like the output
         * @return shaped like that input; null means zero
         */
        @Nullable
        Tensor gradient(int input, Tensor gradient);

        /**
         * The gradients by several inputs at once, for operations whose native code computes them together.
         *
         * @param wanted which inputs somebody wants the gradient of
         * @return one for each input; null where it is zero or not wanted
         */
        default @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
            @Nullable Tensor[] gradients = new Tensor[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                gradients[i] = wanted[i] ? gradient(i, gradient) : null;
            }
            return gradients;
        }
    }
}
