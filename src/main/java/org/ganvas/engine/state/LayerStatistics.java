package org.ganvas.engine.state;

import org.ganvas.data.ValueHistogram;

/**
 * Shape and histograms of one layer of a network at one step. Immutable, any thread.
 *
 * @param name type of the layer and its index
 * @param channels feature maps that it outputs; of a vector, its length
 * @param height of each map
 * @param width of each map
 * @param weights histogram of its trained parameters; {@link ValueHistogram#EMPTY} where it has none
 * @param activations histogram of its output for a batch
 */
public record LayerStatistics(
        String name, int channels, int height, int width, ValueHistogram weights, ValueHistogram activations) {

    public boolean hasWeights() {
        return weights.highestCount() > 0;
    }
}
