package org.ganvas.data;

/**
 * The size of one sample, in the engine's order: channels, height, width. A point of the plane is a sample of two
 * channels and a single pixel, so that networks, losses and projects need not know the difference.
 *
 * @param channels 1 for grey, 3 for colour, 2 for the coordinates of a point
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {

    /** A point of the plane: x and y, in the units of its data set and not limited to [-1, 1]. */
    public static final ImageShape POINT = new ImageShape(2, 1, 1);

    public ImageShape {
        boolean point = channels == 2 && height == 1 && width == 1;
        if ((channels != 1 && channels != 3 && !point) || height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture has 1 or 3 channels and a positive size, not %d x %d x %d."
                    .formatted(channels, height, width));
        }
    }

    /** Whether samples are points of the plane, to be drawn as dots instead of pixels. */
    public boolean isPoint() {
        return channels == 2;
    }

    /** Number of floats in one picture. */
    public int size() {
        return channels * height * width;
    }

    /** As people write it: {@code 28x28 grey} or {@code 32x32 colour}. */
    @Override
    public String toString() {
        if (isPoint()) {
            return "points of the plane";
        }
        return "%dx%d %s".formatted(width, height, channels == 1 ? "grey" : "colour");
    }
}
