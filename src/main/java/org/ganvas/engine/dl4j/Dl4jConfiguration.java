package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Translates a network's spec into Deeplearning4j's words. */
final class Dl4jConfiguration {

    private Dl4jConfiguration() {}

    /**
     * A translation.
     *
     * @param configuration what Deeplearning4j builds from
     * @param indices for each of our layers the number of theirs; -1 where theirs has none, as for a reshape
     */
    record Translation(MultiLayerConfiguration configuration, List<Integer> indices) {}

    static Translation of(NetworkSpec spec, LayerShape input, IUpdater updater) {
        return of(spec, input, base(updater), List.of());
    }

    /**
     * Translates with more behind it.
     *
     * @param behind layers of theirs after the last of ours, such as a loss
     */
    static Translation of(
            NetworkSpec spec, LayerShape input, NeuralNetConfiguration.Builder base, List<? extends Layer> behind) {
        NeuralNetConfiguration.ListBuilder builder = base.list();
        List<Integer> indices =
                new ArrayList<>(Collections.nCopies(spec.layers().size(), -1));
        int next = 0;
        for (Dl4jLayerSequence.Step step : Dl4jLayerSequence.of(spec, input)) {
            if (step.preprocessor() != null) {
                builder.inputPreProcessor(next, step.preprocessor());
            }
            builder.layer(next, step.layer());
            indices.set(step.index(), next);
            next++;
        }
        for (Layer layer : behind) {
            builder.layer(next, layer);
            next++;
        }
        builder.setInputType(Dl4jLayerSequence.inputType(spec, input));
        return new Translation(builder.build(), List.copyOf(indices));
    }

    /** Fixed where Deeplearning4j would take the time of day, so that the same run gives the same model. */
    static NeuralNetConfiguration.Builder base(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(updater);
    }
}
