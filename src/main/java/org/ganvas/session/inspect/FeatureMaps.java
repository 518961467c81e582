package org.ganvas.session.inspect;

/**
 * What comes out of one layer for one picture. Immutable, any thread.
 *
 * @param layer which, counted from 0
 * @param name of the layer
 * @param channels number of maps; of a row, its numbers
 * @param height of each map
 * @param width of each map
 * @param values map after map, row by row; not to be changed
 */
public record FeatureMaps(int layer, String name, int channels, int height, int width, float[] values) {

    /** Whether it is a row of numbers and not maps. */
    public boolean isRow() {
        return height == 1 && width == 1;
    }
}
