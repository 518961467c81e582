package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;

/**
 * A named array of a network that outlives the step.
 *
 * @param name path within the network, for example {@code 0.dense/weight}
 * @param tensor its values
 */
public record NamedTensor(String name, Tensor tensor) {}
