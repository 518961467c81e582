package org.ganvas.data.corruption;

import java.util.function.IntToDoubleFunction;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;

/**
 * An image out of focus: the weighted mean of the pixels around, by a normal curve that is cut off at three deviations.
 * Beyond the border lie the pixels of the border.
 *
 * @param deviation of the curve in pixels, above 0
 */
public record BlurredImage(double deviation) implements Corruption {

    private static final double MAX_DEVIATION = 64;
    private static final int REACH = 3;

    public BlurredImage {
        if (!(deviation > 0 && deviation <= MAX_DEVIATION)) {
            throw new IllegalArgumentException("A blur has a deviation above 0 and up to 64 pixels, not " + deviation);
        }
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        double[] weights = weights();
        int size = shape.height() * shape.width();
        double[] across = new double[size];
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = channel * size;
            for (int i = 0; i < size; i++) {
                int row = from + i / shape.width() * shape.width();
                across[i] = mean(weights, i % shape.width(), shape.width(), x -> image[row + x]);
            }
            for (int i = 0; i < size; i++) {
                int column = i % shape.width();
                target[offset + from + i] = (float)
                        mean(weights, i / shape.width(), shape.height(), y -> across[y * shape.width() + column]);
            }
        }
    }

    private static double mean(double[] weights, int at, int length, IntToDoubleFunction level) {
        int reach = weights.length / 2;
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            sum += weights[k + reach] * level.applyAsDouble(Math.max(0, Math.min(length - 1, at + k)));
        }
        return sum;
    }

    private double[] weights() {
        int reach = (int) Math.ceil(REACH * deviation);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            weights[k + reach] = StrictMath.exp(-k * k / (2 * deviation * deviation));
            sum += weights[k + reach];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
