package org.ganvas.data;

import java.util.Locale;
import org.ganvas.message.Message;

/**
 * Shape of one sample, in the engine's order: channels, height, width. A 2-D point is a sample of two channels and a
 * single pixel, so that networks, losses and projects need not distinguish the two.
 *
 * @param channels 1 for grey, 3 for colour, 2 for the coordinates of a point
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {

    /** Shape of a 2-D point: x and y, in the units of its dataset and not limited to [-1, 1]. */
    public static final ImageShape POINT = new ImageShape(2, 1, 1);

    public ImageShape {
        boolean point = channels == 2 && height == 1 && width == 1;
        if ((channels != 1 && channels != 3 && !point) || height < 1 || width < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "An image has 1 or 3 channels and a positive size, not %d x %d x %d.",
                    channels,
                    height,
                    width));
        }
    }

    /** Whether samples are 2-D points, shown as a scatter plot instead of pixels. */
    public boolean isPoint() {
        return channels == 2;
    }

    /** Number of floats in one sample. */
    public int size() {
        return channels * height * width;
    }

    /** Display text, for example {@code 28x28 grey} or {@code 32x32 colour}. */
    public Message message() {
        if (isPoint()) {
            return Message.of("data.shape.points");
        }
        return channels == 1
                ? Message.of("data.shape.grey", width, height)
                : Message.of("data.shape.colour", width, height);
    }

    /** English display text. */
    @Override
    public String toString() {
        return message().english();
    }
}
