package org.ganvas.engine.spec.layer;

import java.util.Locale;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.base.SpecException;

/**
 * Shape of one sample between two layers: an image of some channels, or a row of numbers, which is an image of one
 * pixel with many channels. Immutable, any thread.
 *
 * @param channels at least 1
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record LayerShape(int channels, int height, int width) {

    public LayerShape {
        SpecException.require(
                channels >= 1 && height >= 1 && width >= 1, "engine.spec.shape.empty", channels, height, width);
    }

    /** A row of numbers. */
    public static LayerShape row(int length) {
        return new LayerShape(length, 1, 1);
    }

    public static LayerShape of(ImageShape shape) {
        return new LayerShape(shape.channels(), shape.height(), shape.width());
    }

    /** Number of values. */
    public int size() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }

    /** Whether it is a row of numbers. */
    public boolean isRow() {
        return height == 1 && width == 1;
    }

    /** Display text: {@code 128x7x7}, or {@code 100} for a row. */
    @Override
    public String toString() {
        return isRow() ? Integer.toString(channels) : String.format(Locale.ROOT, "%dx%dx%d", channels, height, width);
    }
}
