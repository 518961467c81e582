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
 * @param gain factor of an equalised weight beside its fan-in: the root of 2 before a ReLU, else 1
 * @param rate factor of the learning rate: weights and biases are stored divided by it
 */
record WeightInitializer(
        InitSpec init, SeededRandomStream random, DataType type, boolean spectral, double gain, double rate) {

    private static final double DCGAN_DEVIATION = 0.02;

    /** Weights with the full learning rate and without a ReLU behind them. */
    WeightInitializer(InitSpec init, SeededRandomStream random, DataType type, boolean spectral) {
        this(init, random, type, spectral, 1, 1);
    }

    /** The same for weights with a ReLU behind them, or without. */
    WeightInitializer before(boolean relu) {
        return new WeightInitializer(init, random, type, spectral, relu ? Math.sqrt(2) : 1, rate);
    }

    /** The same for weights without a ReLU behind them that train at the full rate. */
    WeightInitializer linear() {
        return new WeightInitializer(init, random, type, spectral);
    }

    /** The same for weights before ReLUs that train more slowly. */
    WeightInitializer withRate(double slower) {
        return new WeightInitializer(init, random, type, spectral, Math.sqrt(2), slower);
    }

    /** A new weight. */
    LayerWeight weight(String name, int fanIn, int fanOut, long... shape) {
        NamedTensor parameter = new NamedTensor(name, Tensor.parameter(type, shape));
        int length = (int) parameter.tensor().length();
        parameter.tensor().set(stored(initial(fanIn, fanOut, length)), 0);
        if (spectral) {
            return LayerWeight.spectral(parameter, random, type);
        }
        return LayerWeight.scaled(parameter, rate * equalisation(init, gain, fanIn));
    }

    /** Factor of the stored weights by the scheme. */
    static double equalisation(InitSpec init, double gain, int fanIn) {
        return init == InitSpec.EQUALISED ? gain / Math.sqrt(fanIn) : 1;
    }

    private float[] stored(float[] values) {
        for (int i = 0; rate != 1 && i < values.length; i++) {
            values[i] = (float) (values[i] / rate);
        }
        return values;
    }

    /** A new bias. */
    NamedTensor bias(String name, int fanIn, int length) {
        NamedTensor bias = new NamedTensor(name, Tensor.parameter(type, length));
        bias.tensor().set(stored(initialBias(fanIn, length)), 0);
        return bias;
    }

    private float[] initial(int fanIn, int fanOut, int length) {
        return switch (init) {
            case PYTORCH -> uniform(1 / Math.sqrt(fanIn), length);
            case GLOROT -> uniform(Math.sqrt(6.0 / (fanIn + fanOut)), length);
            case DCGAN -> {
                float[] values = new float[length];
                random.fillGaussian(values, DCGAN_DEVIATION);
                yield values;
            }
            case EQUALISED -> {
                float[] values = new float[length];
                random.fillGaussian(values, 1);
                yield values;
            }
        };
    }

    private float[] initialBias(int fanIn, int length) {
        return init == InitSpec.PYTORCH ? uniform(1 / Math.sqrt(fanIn), length) : new float[length];
    }

    private float[] uniform(double bound, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }
}
