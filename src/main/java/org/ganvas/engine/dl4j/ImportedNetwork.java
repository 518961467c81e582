package org.ganvas.engine.dl4j;

import java.util.List;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.NamedArray;

/**
 * A network that was read from a Deeplearning4j file. Immutable.
 *
 * @param layers from the input to the output
 * @param input what it takes
 * @param arrays weights and statistics, named {@code 0.dense/weight} and so on
 * @param classes how many of its last inputs are a one-hot label; 0 if the file does not say
 */
public record ImportedNetwork(List<LayerSpec> layers, LayerShape input, List<NamedArray> arrays, int classes) {

    public ImportedNetwork {
        layers = List.copyOf(layers);
        arrays = List.copyOf(arrays);
    }

    public NetworkSpec spec(InitSpec init) {
        return new NetworkSpec(init, layers);
    }

    /** What comes out. */
    public LayerShape output() {
        return spec(InitSpec.PYTORCH).output(input);
    }
}
