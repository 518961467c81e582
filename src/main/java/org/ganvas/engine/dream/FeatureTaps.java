package org.ganvas.engine.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Outputs of some layers for images of one size, to differentiate by the image. The layers are built for that size, because
 * those of a trained network reshape to its own. The image is seen in its {@link MirrorMargin}. Belongs to one thread;
 * holds native memory until closed.
 */
final class FeatureTaps implements AutoCloseable {

    private final FeatureWeights features;
    private final TreeSet<Integer> wanted;
    private final MirrorMargin margin;
    private final List<NeuralNetwork> networks = new ArrayList<>();

    /**
     * @param layers to tap, from 0
     * @param type FLOAT, or DOUBLE for checks
     * @throws SpecException if a layer does not take that size, or a weight is missing
     */
    FeatureTaps(FeatureWeights features, int height, int width, TreeSet<Integer> layers, DataType type) {
        NativeEngine.start();
        this.features = features;
        wanted = layers;
        margin = new MirrorMargin(features, height, width, layers.last());
        LayerShape input = features.inputOf(height + 2 * margin.pixels(), width + 2 * margin.pixels());
        Map<String, NamedArray> byName = new HashMap<>();
        features.arrays().forEach(array -> byName.put(array.name(), array));
        TreeSet<Integer> left = new TreeSet<>(layers);
        try {
            // A layer that later ones do not need, as beside a branch, gets a network that ends in it.
            while (!left.isEmpty()) {
                NetworkSpec prefix = new NetworkSpec(
                        features.network().init(), features.network().layers().subList(0, left.last() + 1));
                LayerLiveness live = LayerLiveness.of(prefix, features.growth());
                networks.add(network(prefix, input, type, byName));
                left.removeIf(live::isLive);
            }
        } catch (SpecException e) {
            close();
            throw e;
        }
    }

    private NeuralNetwork network(NetworkSpec prefix, LayerShape input, DataType type, Map<String, NamedArray> byName) {
        SeededRandomStream random = new SeededRandomStream(0, Purpose.DREAM, 0);
        NeuralNetwork network = new NeuralNetwork(prefix, input, random, type, features.spectral());
        fill(network.parameters(), byName);
        fill(network.statistics(), byName);
        return network;
    }

    private static void fill(List<NamedTensor> variables, Map<String, NamedArray> byName) {
        for (NamedTensor variable : variables) {
            NamedArray array = byName.get(variable.name());
            if (array == null || array.values().length != variable.tensor().length()) {
                throw new SpecException(Message.of("engine.dream.weights", variable.name()));
            }
            variable.tensor().set(array.values(), 0);
        }
    }

    /**
     * The tapped layers' outputs, by layer.
     *
     * @param image [1, channels, height, width]
     */
    Map<Integer, Tensor> forward(Tensor image) {
        Map<Integer, Tensor> outputs = new TreeMap<>();
        Tensor input = input(margin.around(image));
        ForwardContext context = ForwardContext.INFERENCE.withGrowth(features.growth());
        for (NeuralNetwork network : networks) {
            network.forward(input, context, (layer, output) -> {
                if (wanted.contains(layer)) {
                    outputs.putIfAbsent(layer, margin.inner(layer, output));
                }
            });
        }
        return outputs;
    }

    /** The image as the network takes it; no class is meant, so each that the input names has the same share. */
    private Tensor input(Tensor image) {
        int labels = features.labels();
        if (features.labelsAreRow()) {
            Tensor row = ViewOps.reshape(image, 1, image.length());
            return ViewOps.concat(1, row, Tensor.filled(1.0 / labels, image.type(), 1, labels));
        }
        if (features.copies() == 1 && labels == 0) {
            return image;
        }
        Tensor[] parts = new Tensor[features.copies() + Math.min(1, labels)];
        Arrays.fill(parts, image);
        if (labels > 0) {
            parts[features.copies()] =
                    Tensor.filled(1.0 / labels, image.type(), 1, labels, image.size(2), image.size(3));
        }
        return ViewOps.concat(1, parts);
    }

    @Override
    public void close() {
        networks.forEach(NeuralNetwork::close);
    }
}
