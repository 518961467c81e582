package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** Sequence of layers with their parameters. Belongs to one thread; holds native memory until closed. */
public final class NeuralNetwork implements AutoCloseable {

    private final List<NetworkLayer> layers = new ArrayList<>();
    private final List<LayerShape> inputs = new ArrayList<>();
    private final List<NamedTensor> parameters = new ArrayList<>();
    private final List<NamedTensor> statistics = new ArrayList<>();
    private final int lastDense;

    /** Builds a network with fresh weights, without spectral normalisation. */
    public NeuralNetwork(NetworkSpec spec, LayerShape input, SeededRandomStream random, DataType type) {
        this(spec, input, random, type, false);
    }

    /**
     * Builds a network with fresh weights.
     *
     * @param random source of the weights' random numbers
     * @param type FLOAT, or DOUBLE for checks
     * @param spectral whether weights are spectrally normalised
     */
    public NeuralNetwork(
            NetworkSpec spec, LayerShape input, SeededRandomStream random, DataType type, boolean spectral) {
        List<LayerShape> shapes = spec.shapes(input);
        LayerBuilder builder = new LayerBuilder(new WeightInitializer(spec.init(), random, type, spectral));
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            LayerShape in = shapes.get(i);
            NetworkLayer built = builder.build(i, layer, in);
            layers.add(built);
            inputs.add(layer.takesRows() ? LayerShape.row(in.size()) : in);
            parameters.addAll(built.parameters());
            statistics.addAll(built.statistics());
        }
        lastDense = spec.lastDense();
    }

    /**
     * Result of a forward pass.
     *
     * @param output of the last layer, as rows
     * @param features the input of the last dense layer, as rows
     */
    public record Result(Tensor output, Tensor features) {}

    /** Runs all layers over a batch of rows. */
    public Result forward(Tensor x, ForwardContext context) {
        return forward(x, context, LayerObserver.NONE);
    }

    /** As {@link #forward(Tensor, ForwardContext)}, with the layers' outputs for an observer. */
    public Result forward(Tensor x, ForwardContext context, LayerObserver observer) {
        Tensor features = x;
        Tensor current = x;
        for (int i = 0; i < layers.size(); i++) {
            current = LayerBuilder.toShape(current, inputs.get(i));
            if (i == lastDense) {
                features = current;
            }
            current = layers.get(i).forward(current, context);
            observer.onLayerOutput(i, current);
        }
        long batch = x.size(0);
        LayerShape row = LayerShape.row((int) (current.length() / batch));
        return new Result(LayerBuilder.toShape(current, row), features);
    }

    /** Runs all layers but the last and returns the last one's input, as rows. */
    Tensor forwardBeforeLast(Tensor x, ForwardContext context) {
        return forwardFirst(x, context, layers.size() - 1);
    }

    /**
     * Runs the first layers only.
     *
     * @param count number of layers to run
     * @return the output of the last of them, as rows
     */
    Tensor forwardFirst(Tensor x, ForwardContext context, int count) {
        Tensor current = x;
        for (int i = 0; i < count; i++) {
            current = layers.get(i).forward(LayerBuilder.toShape(current, inputs.get(i)), context);
        }
        return LayerBuilder.toShape(current, LayerShape.row((int) (current.length() / x.size(0))));
    }

    /** The trained arrays, in a fixed order. */
    public List<NamedTensor> parameters() {
        return parameters;
    }

    /** The running statistics, in a fixed order. */
    public List<NamedTensor> statistics() {
        return statistics;
    }

    @Override
    public void close() {
        parameters.forEach(variable -> variable.tensor().free());
        statistics.forEach(variable -> variable.tensor().free());
    }
}
