package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.message.Message;

/**
 * A network as a stack of layers.
 *
 * @param init how its weights start
 * @param layers from the input to the output, at least one
 */
public record NetworkSpec(InitSpec init, List<LayerSpec> layers) {

    /** More layers than any network here has use for. */
    private static final int MAX_LAYERS = 256;

    public NetworkSpec {
        layers = List.copyOf(layers);
        SpecException.require(
                !layers.isEmpty() && layers.size() <= MAX_LAYERS,
                "engine.spec.network.layers",
                MAX_LAYERS,
                layers.size());
    }

    /** Whether one sample's output depends on the others in its batch, as BatchNorm makes it. */
    public boolean mixesBatch() {
        return layers.stream().anyMatch(LayerSpec::mixesBatch);
    }

    /**
     * The sizes between the layers, without building anything: the input first, the output last.
     *
     * @throws SpecException that names the layer and what it was given, if one does not fit
     */
    public List<LayerShape> shapes(LayerShape input) {
        List<LayerShape> extents = new ArrayList<>();
        extents.add(input);
        for (int i = 0; i < layers.size(); i++) {
            LayerShape before = extents.get(i);
            LayerSpec layer = layers.get(i);
            try {
                extents.add(layer.output(before));
            } catch (SpecException e) {
                throw new SpecException(Message.of("engine.spec.network.layerInput", i + 1, layer.message(), before, e.message()), e);
            } catch (ArithmeticException e) {
                throw new SpecException(Message.of("engine.spec.network.layerSize", i + 1, layer.message()), e);
            }
        }
        return extents;
    }

    /** What comes out. */
    public LayerShape output(LayerShape input) {
        List<LayerShape> extents = shapes(input);
        return extents.get(extents.size() - 1);
    }

    /** Number of trained numbers, without building anything. */
    public long parameterCount(LayerShape input) {
        List<LayerShape> extents = shapes(input);
        long count = 0;
        for (int i = 0; i < layers.size(); i++) {
            count += layers.get(i).parameters(extents.get(i));
        }
        return count;
    }

    /** Index of the last dense layer, in front of which the features stand; 0 if there is none. */
    public int lastDense() {
        for (int i = layers.size() - 1; i > 0; i--) {
            if (layers.get(i) instanceof LayerSpec.Dense) {
                return i;
            }
        }
        return 0;
    }

    /** How many layers there are up to the first bend (ReLU or tanh), it included; 1 if there is none. */
    public int firstActivation() {
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (layer instanceof LayerSpec.Relu
                    || layer instanceof LayerSpec.LeakyRelu
                    || layer instanceof LayerSpec.Tanh) {
                return i + 1;
            }
        }
        return 1;
    }
}
