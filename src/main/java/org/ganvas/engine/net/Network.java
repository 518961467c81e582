package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** A stack of layers with its parameters. Belongs to one thread; holds native memory until closed. */
public final class Network implements AutoCloseable {

    private final List<Layer> layers = new ArrayList<>();
    private final List<Variable> parameters = new ArrayList<>();
    private final List<Variable> statistics = new ArrayList<>();
    private final int lastDense;

    /**
     * Builds a network with fresh weights.
     *
     * @param inputs width of the input
     * @param random the weights' random numbers
     * @param type FLOAT, or DOUBLE for checks
     */
    public Network(NetworkSpec spec, int inputs, RandomStream random, DataType type) {
        int width = inputs;
        int dense = 0;
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            if (layer instanceof LayerSpec.Dense) {
                dense = i;
            }
            Layer built = build(spec, i, width, random, type);
            layers.add(built);
            parameters.addAll(built.parameters());
            statistics.addAll(built.statistics());
            width = layer instanceof LayerSpec.Dense units ? units.units() : width;
        }
        lastDense = dense;
    }

    private static Layer build(NetworkSpec spec, int index, int width, RandomStream random, DataType type) {
        LayerSpec layer = spec.layers().get(index);
        if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer(index + ".dense", width, dense.units(), spec.init(), random, type);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return new BatchNormLayer(index + ".batchNorm", width, norm, type);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(index, dropout.rate());
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return (x, pass) -> Activations.leakyRelu(x, leaky.slope());
        } else if (layer instanceof LayerSpec.Relu) {
            return (x, pass) -> Arith.relu(x);
        } else if (layer instanceof LayerSpec.Tanh) {
            return (x, pass) -> Activations.tanh(x);
        }
        throw new IllegalStateException("no builder for " + layer);
    }

    /**
     * What a pass gives back.
     *
     * @param output of the last layer
     * @param features the input of the last dense layer
     */
    public record Result(Tensor output, Tensor features) {}

    /** Runs all layers over [batch, inputs]. */
    public Result forward(Tensor x, Pass pass) {
        Tensor features = x;
        Tensor current = x;
        for (int i = 0; i < layers.size(); i++) {
            if (i == lastDense) {
                features = current;
            }
            current = layers.get(i).forward(current, pass);
        }
        return new Result(current, features);
    }

    /** What is trained, in a fixed order. */
    public List<Variable> parameters() {
        return parameters;
    }

    /** Running statistics, in a fixed order. */
    public List<Variable> statistics() {
        return statistics;
    }

    @Override
    public void close() {
        parameters.forEach(variable -> variable.tensor().free());
        statistics.forEach(variable -> variable.tensor().free());
    }
}
