package org.ganvas.engine.net;

import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.InitSpec;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Makes the weights of a network's layers, one after the other.
 *
 * @param init how they start
 * @param random their random numbers, drawn layer by layer
 * @param type FLOAT, or DOUBLE for checks
 * @param spectral whether they are divided by their greatest singular value
 */
record WeightInitializer(InitSpec init, RandomStream random, DataType type, boolean spectral) {

    /** A fresh weight of a shape. */
    LayerWeight weight(String name, int fanIn, int fanOut, long... shape) {
        NamedTensor variable = new NamedTensor(name, Tensor.parameter(type, shape));
        int length = (int) variable.tensor().length();
        variable.tensor().set(WeightInitSchemes.initial(init, fanIn, fanOut, length, random), 0);
        return spectral ? LayerWeight.spectral(variable, random, type) : LayerWeight.plain(variable);
    }

    /** A fresh bias. */
    NamedTensor bias(String name, int fanIn, int length) {
        NamedTensor bias = new NamedTensor(name, Tensor.parameter(type, length));
        bias.tensor().set(WeightInitSchemes.initialBias(init, fanIn, length, random), 0);
        return bias;
    }
}
