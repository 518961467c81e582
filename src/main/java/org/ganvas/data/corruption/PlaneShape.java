package org.ganvas.data.corruption;

/**
 * Shape of a corrupted image: planes of pixels, of which the last may be a mask. Immutable; any thread.
 *
 * @param count number of planes
 * @param height rows of each
 * @param width columns of each
 */
public record PlaneShape(int count, int height, int width) {

    /** Number of floats. */
    public int size() {
        return count * height * width;
    }
}
