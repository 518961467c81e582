package org.ganvas.engine.spec;

import java.util.List;

/**
 * A network as a stack of layers.
 *
 * @param init how its weights start
 * @param layers from the input to the output, at least one
 */
public record NetworkSpec(InitSpec init, List<LayerSpec> layers) {

    public NetworkSpec {
        layers = List.copyOf(layers);
        SpecException.require(!layers.isEmpty(), "A network needs at least one layer.");
    }

    /** Whether one sample's output depends on the others in its batch, as BatchNorm makes it. */
    public boolean mixesBatch() {
        return layers.stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
    }

    /**
     * Number of trained numbers, without building anything.
     *
     * @param inputs width of the input
     */
    public long parameterCount(int inputs) {
        long count = 0;
        long width = inputs;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Dense dense) {
                count += (width + 1) * dense.units();
                width = dense.units();
            } else if (layer instanceof LayerSpec.BatchNorm) {
                count += 2 * width;
            }
        }
        return count;
    }

    /**
     * Width of the output.
     *
     * @param inputs width of the input
     */
    public int outputWidth(int inputs) {
        int width = inputs;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Dense dense) {
                width = dense.units();
            }
        }
        return width;
    }
}
