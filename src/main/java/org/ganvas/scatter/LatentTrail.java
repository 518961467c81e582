package org.ganvas.scatter;

/**
 * What is in the hand: points, and a way through the plane. Not to be changed; any thread.
 *
 * @param current x and y of each point in turn
 * @param path x and y of each stop of the way in turn
 */
public record LatentTrail(float[] current, float[] path) {

    /** Nothing. */
    public static final LatentTrail EMPTY = new LatentTrail(new float[0], new float[0]);
}
