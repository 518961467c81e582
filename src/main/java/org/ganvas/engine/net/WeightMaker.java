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
record WeightMaker(InitSpec init, RandomStream random, DataType type, boolean spectral) {

    /** A fresh weight of a shape. */
    Weight weight(String name, int fanIn, int fanOut, long... shape) {
        Variable variable = new Variable(name, Tensor.parameter(type, shape));
        int length = (int) variable.tensor().length();
        variable.tensor().set(Weights.initial(init, fanIn, fanOut, length, random), 0);
        return spectral ? Weight.normalised(variable, random, type) : Weight.plain(variable);
    }

    /** A fresh bias. */
    Variable bias(String name, int fanIn, int length) {
        Variable bias = new Variable(name, Tensor.parameter(type, length));
        bias.tensor().set(Weights.initialBias(init, fanIn, length, random), 0);
        return bias;
    }
}
