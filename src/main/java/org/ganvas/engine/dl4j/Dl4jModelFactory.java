package org.ganvas.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** Factory of stock Deeplearning4j models with the weights of networks of this program. Any one thread. */
public final class Dl4jModelFactory {

    private Dl4jModelFactory() {}

    /**
     * A stock model of the same function as a network.
     *
     * @param arrays weights and statistics, named {@code prefix + "0.dense/weight"} and so on; others are ignored
     * @param updater optimizer of the model
     * @throws org.ganvas.engine.spec.base.SpecException if a layer has no counterpart or an array is missing
     */
    public static MultiLayerNetwork model(
            NetworkSpec spec, LayerShape input, List<NamedArray> arrays, String prefix, IUpdater updater) {
        Dl4jConfigurationBuilder.Translation translation = Dl4jConfigurationBuilder.of(spec, input, updater);
        return filled(translation, arrays, prefix);
    }

    static MultiLayerNetwork filled(
            Dl4jConfigurationBuilder.Translation translation, List<NamedArray> arrays, String prefix) {
        MultiLayerNetwork network = new MultiLayerNetwork(translation.configuration());
        network.init();
        long copied =
                Dl4jArrayMapping.fill(arrays, prefix, name -> network.getParam(nameOf(translation.indices(), name)));
        Dl4jArrayMapping.requireComplete(copied, network.numParams());
        return network;
    }

    /** Deeplearning4j's full name of an array, for example {@code 3_gamma}. */
    static String nameOf(List<Integer> indices, String array) {
        int layer = Dl4jArrayMapping.layerIndex(array);
        if (layer < 0 || layer >= indices.size()) {
            throw Dl4jArrayMapping.incomplete();
        }
        return indices.get(layer) + "_" + Dl4jArrayMapping.parameterName(array);
    }
}
