package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Translation of a network's spec to a Deeplearning4j configuration. Pure functions. */
final class Dl4jConfigurationBuilder {

    private Dl4jConfigurationBuilder() {}

    /**
     * Translated network.
     *
     * @param configuration of the Deeplearning4j network
     * @param indices for each of this program's layers Deeplearning4j's layer index; -1 where it has none, as for a
     *     reshape
     */
    record Translation(MultiLayerConfiguration configuration, List<Integer> indices) {}

    static Translation of(NetworkSpec spec, LayerShape input, IUpdater updater) {
        return of(spec, input, base(updater), List.of());
    }

    /**
     * Translates a network with further layers after it.
     *
     * @param extra Deeplearning4j layers after the network, such as a loss
     */
    static Translation of(
            NetworkSpec spec, LayerShape input, NeuralNetConfiguration.Builder base, List<? extends Layer> extra) {
        NeuralNetConfiguration.ListBuilder builder = base.list();
        List<Integer> indices =
                new ArrayList<>(Collections.nCopies(spec.layers().size(), -1));
        int next = 0;
        for (Dl4jLayerSequence.Step step : Dl4jLayerSequence.of(spec, input)) {
            if (step.preprocessor() != null) {
                builder.inputPreProcessor(next, step.preprocessor());
            }
            builder.layer(next, Objects.requireNonNull(step.layer(), "registers need a graph"));
            indices.set(step.index(), next);
            next++;
        }
        for (Layer layer : extra) {
            builder.layer(next, layer);
            next++;
        }
        builder.setInputType(Dl4jLayerSequence.inputType(spec, input));
        return new Translation(builder.build(), List.copyOf(indices));
    }

    /** Settings for all networks, with a fixed seed instead of the time of day, so that a run always gives the same file. */
    static NeuralNetConfiguration.Builder base(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(updater);
    }
}
