package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** Sequence of layers with their parameters. Belongs to one thread; holds native memory until closed. */
public final class NeuralNetwork implements AutoCloseable {

    private final List<NetworkLayer> layers = new ArrayList<>();
    private final List<LayerShape> inputs = new ArrayList<>();
    private final List<NamedTensor> parameters = new ArrayList<>();
    private final List<NamedTensor> statistics = new ArrayList<>();
    private final int lastDense;
    private final int lastWeighted;
    private final NetworkSpec spec;
    private LayerLiveness liveness;
    private double livenessGrowth = LayerLiveness.GROWN;

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
        this.spec = spec;
        liveness = LayerLiveness.of(spec, livenessGrowth);
        List<LayerShape> shapes = spec.shapes(input);
        WeightInitializer weights = new WeightInitializer(spec.init(), random, type, spectral);
        Map<String, LayerShape> kept = new HashMap<>();
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            LayerShape in = shapes.get(i);
            NetworkLayer built = LayerBuilder.build(spec, i, in, kept, weights);
            layer.output(in, kept);
            layers.add(built);
            inputs.add(layer.takesRows() ? LayerShape.row(in.size()) : in);
            parameters.addAll(built.parameters());
            statistics.addAll(built.statistics());
        }
        lastDense = spec.lastDense();
        lastWeighted = IntStream.range(0, layers.size())
                .filter(i -> !layers.get(i).parameters().isEmpty())
                .max()
                .orElse(0);
    }

    /**
     * Result of a forward pass.
     *
     * @param output of the last layer, as rows
     * @param features the input of the last dense layer, as rows
     * @param hidden the input of the last layer with weights, in that layer's shape
     */
    public record Result(Tensor output, Tensor features, Tensor hidden) {}

    /** Runs all layers whose output is needed over a batch of rows. */
    public Result forward(Tensor x, ForwardContext context) {
        return forward(x, context, LayerObserver.NONE);
    }

    /** As {@link #forward(Tensor, ForwardContext)}, with the layers' outputs for an observer. */
    public Result forward(Tensor x, ForwardContext context, LayerObserver observer) {
        LayerLiveness live = liveness(context.growth());
        Registers registers = new Registers();
        Tensor features = x;
        Tensor hidden = x;
        Tensor current = x;
        for (int i = 0; i < layers.size(); i++) {
            if (!live.isLive(i)) {
                continue;
            }
            current = input(i, current);
            if (i == lastDense) {
                features = current;
            }
            if (i == lastWeighted) {
                hidden = current;
            }
            current = layers.get(i).forward(current, registers, context);
            observer.onLayerOutput(i, current);
        }
        LayerShape row = LayerShape.row((int) (current.length() / current.size(0)));
        return new Result(LayerBuilder.toShape(current, row), features, hidden);
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
        LayerLiveness live = liveness(context.growth());
        Registers registers = new Registers();
        Tensor current = x;
        for (int i = 0; i < count; i++) {
            if (live.isLive(i)) {
                current = layers.get(i).forward(input(i, current), registers, context);
            }
        }
        return LayerBuilder.toShape(current, LayerShape.row((int) (current.length() / current.size(0))));
    }

    /** The running value in the shape that a layer takes; a value that a layer drops may have any. */
    private Tensor input(int layer, Tensor current) {
        LayerSpec at = spec.layers().get(layer);
        boolean dropped = at instanceof RegisterLayerSpec.Take
                || at instanceof StyleLayerSpec.Constant
                || at instanceof RegisterLayerSpec.Fade fade && fade.share(livenessGrowth) == 0;
        return dropped ? current : LayerBuilder.toShape(current, inputs.get(layer));
    }

    private LayerLiveness liveness(double growth) {
        if (growth != livenessGrowth) {
            livenessGrowth = growth;
            liveness = LayerLiveness.of(spec, growth);
        }
        return liveness;
    }

    /** The trained arrays, in a fixed order. */
    public List<NamedTensor> parameters() {
        return parameters;
    }

    /** Whether the output needs each of the trained arrays, in their order, where a number of stages have come in. */
    public boolean[] liveParameters(double growth) {
        LayerLiveness live = LayerLiveness.of(spec, growth);
        boolean[] needed = new boolean[parameters.size()];
        int next = 0;
        for (int i = 0; i < layers.size(); i++) {
            int end = next + layers.get(i).parameters().size();
            Arrays.fill(needed, next, end, live.isLive(i));
            next = end;
        }
        return needed;
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
