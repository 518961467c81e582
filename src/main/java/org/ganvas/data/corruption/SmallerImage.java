package org.ganvas.data.corruption;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;

/**
 * An image made smaller: each new pixel is the mean of the square that it covers.
 *
 * @param factor side of that square, at least 2
 * @param enlarged whether the result is enlarged to the old size again by repeating pixels
 */
public record SmallerImage(int factor, boolean enlarged) implements Corruption {

    public SmallerImage {
        if (factor < 2) {
            throw new IllegalArgumentException("An image is made smaller by a factor of at least 2, not " + factor);
        }
    }

    @Override
    public Optional<Message> misfit(ImageShape of) {
        boolean divides = of.height() % factor == 0 && of.width() % factor == 0;
        return Corruption.super
                .misfit(of)
                .or(() -> divides
                        ? Optional.empty()
                        : Optional.of(Message.of("data.corruption.factor", of.message(), factor)));
    }

    @Override
    public PlaneShape planes(ImageShape of) {
        return enlarged
                ? new PlaneShape(of.channels(), of.height(), of.width())
                : new PlaneShape(of.channels(), of.height() / factor, of.width() / factor);
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        int width = shape.width() / factor;
        int height = shape.height() / factor;
        int side = enlarged ? factor : 1;
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = channel * shape.height() * shape.width();
            int to = offset + channel * height * side * width * side;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float mean = mean(image, from + y * factor * shape.width() + x * factor, shape.width());
                    int corner = to + y * side * width * side + x * side;
                    fill(target, corner, width * side, side, mean);
                }
            }
        }
    }

    private float mean(float[] image, int corner, int stride) {
        double sum = 0;
        for (int dy = 0; dy < factor; dy++) {
            for (int dx = 0; dx < factor; dx++) {
                sum += image[corner + dy * stride + dx];
            }
        }
        return (float) (sum / (factor * factor));
    }

    private static void fill(float[] target, int corner, int stride, int side, float value) {
        for (int dy = 0; dy < side; dy++) {
            for (int dx = 0; dx < side; dx++) {
                target[corner + dy * stride + dx] = value;
            }
        }
    }
}
