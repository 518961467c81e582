package org.ganvas.engine.dl4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds stock Deeplearning4j models with the weights of networks trained here. */
public final class Dl4jModels {

    private static final Map<String, String> THEIR_NAMES = Map.of(
            "weight", "W",
            "bias", "b",
            "scale", "gamma",
            "shift", "beta",
            "mean", "mean",
            "variance", "var");

    private Dl4jModels() {}

    /**
     * A stock model that computes what our network computes.
     *
     * @param arrays weights and statistics, named {@code prefix + "0.dense/weight"} and so on; others are ignored
     * @param updater how the model would go on training
     */
    public static MultiLayerNetwork model(
            NetworkSpec spec, Extent input, List<NamedArray> arrays, String prefix, IUpdater updater) {
        Dl4jConfiguration.Translation translation = Dl4jConfiguration.of(spec, input, updater);
        MultiLayerNetwork network = new MultiLayerNetwork(translation.configuration());
        network.init();
        for (NamedArray array : arrays) {
            if (array.name().startsWith(prefix)) {
                put(network, translation.indices(), array, array.name().substring(prefix.length()));
            }
        }
        return network;
    }

    /** The name Deeplearning4j gives to one of our arrays, for example {@code 3_gamma}. */
    public static String parameterName(NetworkSpec spec, Extent input, String ours) {
        return nameOf(Dl4jConfiguration.of(spec, input, new NoOp()).indices(), ours);
    }

    /**
     * Writes a zip that {@code MultiLayerNetwork.load(file, false)} restores.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(NetworkSpec spec, Extent input, List<NamedArray> arrays, String prefix, Path file)
            throws IOException {
        File target = file.toFile();
        model(spec, input, arrays, prefix, new NoOp()).save(target, false);
    }

    private static void put(MultiLayerNetwork network, List<Integer> indices, NamedArray array, String name) {
        if (!name.matches("\\d+\\.\\w+/\\w+")) {
            return; // the embedding of a conditional discriminator stands beside the stack
        }
        INDArray target = network.getParam(nameOf(indices, name));
        target.assign(Nd4j.createFromArray(array.values()).reshape('c', target.shape()));
    }

    private static String nameOf(List<Integer> indices, String name) {
        int layer = Integer.parseInt(name.substring(0, name.indexOf('.')));
        String kind = name.substring(name.indexOf('/') + 1);
        return indices.get(layer) + "_" + THEIR_NAMES.get(kind);
    }
}
