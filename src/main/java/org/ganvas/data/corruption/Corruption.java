package org.ganvas.data.corruption;

import java.util.Arrays;
import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.message.Message;

/**
 * Change of an image that takes something away from it. The result is a pure function of the image and, where chance
 * takes part, of a random stream. Pixels are in [-1, 1], channel by channel and row by row. Immutable; any thread.
 */
public sealed interface Corruption
        permits NoisyImage, BlurredImage, EdgeDrawing, GreyImage, HoleCut, InvertedImage, SmallerImage {

    /** Random stream of one image of one draw: no two images of a run get the same. */
    static SeededRandomStream stream(long seed, long draw, int place) {
        // Batches hold fewer than 2^20 images.
        return new SeededRandomStream(seed, Purpose.CONDITION, (draw << 20) + place);
    }

    /** Why images of a shape cannot be corrupted in this way; empty if they can. Points have no pixels to corrupt. */
    default Optional<Message> misfit(ImageShape of) {
        return of.isPoint() ? Optional.of(Message.of("data.corruption.points")) : Optional.empty();
    }

    /** Shape of the result for images of a shape: that of the image, unless planes or pixels are added or left out. */
    default PlaneShape planes(ImageShape of) {
        return new PlaneShape(of.channels(), of.height(), of.width());
    }

    /**
     * Corrupts one image.
     *
     * @param image {@code shape.size()} floats, left as they are
     * @param shape of the image; one that {@link #misfit} accepts
     * @param random decides the place of a random hole and the noise; unused by the others
     * @param target receives {@code planes(shape).size()} floats
     * @param offset index in {@code target} of the first float
     */
    void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset);

    /** Whether two draws of one image differ. */
    default boolean isRandom() {
        return false;
    }

    /** Whether the last plane marks the missing pixels by 1 and the known ones by -1. */
    default boolean hasMask() {
        return false;
    }

    /**
     * The corrupted image as an image of the original's shape, to be shown or to be compared with it: a small one is
     * enlarged by repeating pixels, a single plane stands for all channels, and a mask is left out.
     *
     * @param corrupted what {@link #apply} gave, from {@code offset} on
     * @param shape of the original
     * @return {@code shape.size()} floats
     */
    default float[] asImage(float[] corrupted, int offset, ImageShape shape) {
        PlaneShape planes = planes(shape);
        int colours = hasMask() ? planes.count() - 1 : planes.count();
        float[] image = new float[shape.size()];
        int size = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = offset + Math.min(channel, colours - 1) * planes.height() * planes.width();
            for (int y = 0; y < shape.height(); y++) {
                int row = from + y * planes.height() / shape.height() * planes.width();
                for (int x = 0; x < shape.width(); x++) {
                    image[channel * size + y * shape.width() + x] = corrupted[row + x * planes.width() / shape.width()];
                }
            }
        }
        return image;
    }

    /** Brightness of each pixel by the weights of ITU-R BT.601, in [-1, 1]. */
    static float[] luma(float[] image, ImageShape shape) {
        int size = shape.height() * shape.width();
        if (shape.channels() == 1) {
            return Arrays.copyOf(image, size);
        }
        float[] luma = new float[size];
        for (int i = 0; i < size; i++) {
            luma[i] = 0.299f * image[i] + 0.587f * image[size + i] + 0.114f * image[2 * size + i];
        }
        return luma;
    }
}
