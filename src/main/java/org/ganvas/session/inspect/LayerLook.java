package org.ganvas.session.inspect;

import org.ganvas.data.Histogram;

/**
 * One layer at one moment. Immutable, any thread.
 *
 * @param name what it is, with its place
 * @param channels maps that come out of it; of a row, its numbers
 * @param height of each map
 * @param width of each map
 * @param weights its trained numbers; {@link Histogram#EMPTY} where it has none
 * @param activations what comes out of it for a few pictures
 */
public record LayerLook(String name, int channels, int height, int width, Histogram weights, Histogram activations) {

    public boolean hasWeights() {
        return weights.highestCount() > 0;
    }
}
