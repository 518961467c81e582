package org.ganvas.scatter;

/**
 * Points of the current latent and of an interpolation path, as the generator maps them. Must not be modified; any thread.
 *
 * @param current x and y of each point in turn
 * @param path x and y of each stop of the path in turn
 */
public record LatentTrail(float[] current, float[] path) {

    /** Trail without any point. */
    public static final LatentTrail EMPTY = new LatentTrail(new float[0], new float[0]);
}
