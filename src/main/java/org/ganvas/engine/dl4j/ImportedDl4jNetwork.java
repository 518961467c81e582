package org.ganvas.engine.dl4j;

import java.util.List;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;

/**
 * Network read from a Deeplearning4j file. Immutable; any thread.
 *
 * @param layers from the input to the output
 * @param input shape of the input
 * @param arrays weights and statistics, named {@code 0.dense/weight} and so on
 * @param classes number of the last inputs that are a one-hot label; 0 if the file does not record it
 */
public record ImportedDl4jNetwork(List<LayerSpec> layers, LayerShape input, List<NamedArray> arrays, int classes) {

    public ImportedDl4jNetwork {
        layers = List.copyOf(layers);
        arrays = List.copyOf(arrays);
    }

    public NetworkSpec spec(InitSpec init) {
        return new NetworkSpec(init, layers);
    }

    /** Shape of the output. */
    public LayerShape output() {
        return spec(InitSpec.PYTORCH).output(input);
    }
}
