package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.state.NamedArray;

/**
 * Named parameter or running statistic of a network, which outlives the step.
 *
 * @param name path within the network, for example {@code 0.dense/weight}
 * @param tensor the values
 */
public record NamedTensor(String name, Tensor tensor) {

    /** A copy of the values, under a longer name. */
    public NamedArray copy(String prefix) {
        return new NamedArray(prefix + name, tensor.shape().clone(), tensor.toFloats());
    }
}
