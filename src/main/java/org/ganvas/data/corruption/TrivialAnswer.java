package org.ganvas.data.corruption;

import java.util.List;
import org.ganvas.data.ImageShape;

/**
 * Answers to a corruption that need no training, the yardstick of every translation: the input itself, an enlargement, a
 * hole filled with a mean. Pure functions; any thread.
 */
public enum TrivialAnswer {
    /** The input as it is. */
    INPUT,
    /** A small image enlarged by repeating pixels. */
    NEAREST,
    /** A small image enlarged by cubic convolution (Keys 1981, a = -1/2). */
    BICUBIC,
    /** The hole filled with the mean of the known pixels of its image, channel by channel. */
    MEAN_FILL;

    /** Answers to a corruption, the simplest first. */
    public static List<TrivialAnswer> of(Corruption corruption) {
        if (corruption instanceof SmallerImage) {
            return List.of(NEAREST, BICUBIC);
        }
        return corruption.hasMask() ? List.of(MEAN_FILL) : List.of(INPUT);
    }

    /**
     * One answer.
     *
     * @param corrupted what the corruption gave, from {@code offset} on
     * @param shape of the original
     * @return an image of that shape
     */
    public float[] answer(Corruption corruption, float[] corrupted, int offset, ImageShape shape) {
        return switch (this) {
            case INPUT, NEAREST -> corruption.asImage(corrupted, offset, shape);
            case BICUBIC -> bicubic(corruption, corrupted, offset, shape);
            case MEAN_FILL -> meanFill(corruption, corrupted, offset, shape);
        };
    }

    private static float[] meanFill(Corruption corruption, float[] corrupted, int offset, ImageShape shape) {
        float[] image = corruption.asImage(corrupted, offset, shape);
        int pixels = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            double sum = 0;
            int known = 0;
            for (int i = 0; i < pixels; i++) {
                if (corrupted[offset + shape.size() + i] < 0) {
                    sum += image[channel * pixels + i];
                    known++;
                }
            }
            for (int i = 0; i < pixels; i++) {
                if (corrupted[offset + shape.size() + i] > 0) {
                    image[channel * pixels + i] = (float) (sum / Math.max(1, known));
                }
            }
        }
        return image;
    }

    private static float[] bicubic(Corruption corruption, float[] corrupted, int offset, ImageShape shape) {
        // An image that was enlarged already is a small one with every pixel repeated.
        int repeated = corruption instanceof SmallerImage small && small.enlarged() ? small.factor() : 1;
        PlaneShape planes = corruption.planes(shape);
        int height = planes.height() / repeated;
        int width = planes.width() / repeated;
        float[] image = new float[shape.size()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            float[] small = new float[height * width];
            for (int i = 0; i < small.length; i++) {
                int row = channel * planes.height() + i / width * repeated;
                small[i] = corrupted[offset + row * planes.width() + i % width * repeated];
            }
            enlarge(small, width, height, image, channel * shape.height() * shape.width(), shape);
        }
        return image;
    }

    private static void enlarge(float[] small, int width, int height, float[] image, int start, ImageShape shape) {
        for (int y = 0; y < shape.height(); y++) {
            double row = (y + 0.5) * height / shape.height() - 0.5;
            int top = (int) Math.floor(row);
            for (int x = 0; x < shape.width(); x++) {
                double column = (x + 0.5) * width / shape.width() - 0.5;
                int left = (int) Math.floor(column);
                double sum = 0;
                for (int dy = -1; dy <= 2; dy++) {
                    int from = within(top + dy, height) * width;
                    double across = 0;
                    for (int dx = -1; dx <= 2; dx++) {
                        across += keys(column - left - dx) * small[from + within(left + dx, width)];
                    }
                    sum += keys(row - top - dy) * across;
                }
                image[start + y * shape.width() + x] = (float) Math.max(-1, Math.min(1, sum));
            }
        }
    }

    private static int within(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }

    /** Kernel of cubic convolution. */
    private static double keys(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return (1.5 * d - 2.5) * d * d + 1;
        }
        return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }
}
