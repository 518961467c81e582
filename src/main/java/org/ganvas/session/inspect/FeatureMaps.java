package org.ganvas.session.inspect;

/**
 * Activations of one layer for one image. Immutable, any thread.
 *
 * @param layer index of the layer, counted from 0
 * @param name of the layer
 * @param channels number of maps; of a row of numbers, their count
 * @param height of each map
 * @param width of each map
 * @param values map after map, row by row; not to be changed
 */
public record FeatureMaps(int layer, String name, int channels, int height, int width, float[] values) {

    /** Whether the layer has a row of numbers in place of maps. */
    public boolean isRow() {
        return height == 1 && width == 1;
    }
}
