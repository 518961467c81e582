package org.ganvas.engine.net;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.InitSpec;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Factory of the weights of a network's layers, in the layers' order.
 *
 * @param init initialisation scheme
 * @param random source of the random numbers, layer by layer
 * @param type FLOAT, or DOUBLE for checks
 * @param spectral whether weights are spectrally normalised
 */
record WeightInitializer(InitSpec init, SeededRandomStream random, DataType type, boolean spectral) {

    /** A new weight. */
    LayerWeight weight(String name, int fanIn, int fanOut, long... shape) {
        NamedTensor parameter = new NamedTensor(name, Tensor.parameter(type, shape));
        int length = (int) parameter.tensor().length();
        parameter.tensor().set(WeightInitSchemes.initial(init, fanIn, fanOut, length, random), 0);
        return spectral ? LayerWeight.spectral(parameter, random, type) : LayerWeight.plain(parameter);
    }

    /** A new bias. */
    NamedTensor bias(String name, int fanIn, int length) {
        NamedTensor bias = new NamedTensor(name, Tensor.parameter(type, length));
        bias.tensor().set(WeightInitSchemes.initialBias(init, fanIn, length, random), 0);
        return bias;
    }
}
