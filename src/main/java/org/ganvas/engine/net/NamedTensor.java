package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;

/**
 * Named parameter or running statistic of a network, which outlives the step.
 *
 * @param name path within the network, for example {@code 0.dense/weight}
 * @param tensor the values
 */
public record NamedTensor(String name, Tensor tensor) {}
