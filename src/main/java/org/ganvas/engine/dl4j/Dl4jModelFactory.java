package org.ganvas.engine.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds stock Deeplearning4j models with the weights of networks trained here. Any one thread. */
public final class Dl4jModelFactory {

    private Dl4jModelFactory() {}

    /**
     * A stock model that computes what our network computes.
     *
     * @param arrays weights and statistics, named {@code prefix + "0.dense/weight"} and so on; others are ignored
     * @param updater how the model would go on training
     * @throws org.ganvas.engine.spec.SpecException with one sentence, if a layer has no counterpart or an array is
     *     missing
     */
    public static MultiLayerNetwork model(
            NetworkSpec spec, LayerShape input, List<NamedArray> arrays, String prefix, IUpdater updater) {
        Dl4jConfiguration.Translation translation = Dl4jConfiguration.of(spec, input, updater);
        return filled(translation, arrays, prefix);
    }

    /** The name Deeplearning4j gives to one of our arrays, for example {@code 3_gamma}. */
    public static String parameterName(NetworkSpec spec, LayerShape input, String ours) {
        return nameOf(Dl4jConfiguration.of(spec, input, new NoOp()).indices(), ours);
    }

    /**
     * Writes a zip that {@code MultiLayerNetwork.load(file, false)} restores.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(NetworkSpec spec, LayerShape input, List<NamedArray> arrays, String prefix, Path file)
            throws IOException {
        model(spec, input, arrays, prefix, new NoOp()).save(file.toFile(), false);
    }

    static MultiLayerNetwork filled(Dl4jConfiguration.Translation translation, List<NamedArray> arrays, String prefix) {
        MultiLayerNetwork network = new MultiLayerNetwork(translation.configuration());
        network.init();
        long put = Dl4jArrayMapping.fill(arrays, prefix, name -> network.getParam(nameOf(translation.indices(), name)));
        Dl4jArrayMapping.requireComplete(put, network.numParams());
        return network;
    }

    static String nameOf(List<Integer> indices, String ours) {
        int layer = Dl4jArrayMapping.layerIndex(ours);
        if (layer < 0 || layer >= indices.size()) {
            throw Dl4jArrayMapping.incomplete();
        }
        return indices.get(layer) + "_" + Dl4jArrayMapping.parameterName(ours);
    }
}
