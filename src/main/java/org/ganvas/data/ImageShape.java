package org.ganvas.data;

/**
 * The size of one picture, in the engine's order: channels, height, width.
 *
 * @param channels 1 for grey, 3 for colour
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {

    public ImageShape {
        if ((channels != 1 && channels != 3) || height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture has 1 or 3 channels and a positive size, not %d x %d x %d."
                    .formatted(channels, height, width));
        }
    }

    /** Number of floats in one picture. */
    public int size() {
        return channels * height * width;
    }

    /** As people write it: {@code 28x28 grey} or {@code 32x32 colour}. */
    @Override
    public String toString() {
        return "%dx%d %s".formatted(width, height, channels == 1 ? "grey" : "colour");
    }
}
