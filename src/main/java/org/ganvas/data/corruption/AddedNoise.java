package org.ganvas.data.corruption;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;

/**
 * An image with normal noise added to every level; what leaves [-1, 1] is cut off, as in a photograph.
 *
 * @param deviation standard deviation of the noise, above 0; the levels span 2
 */
public record AddedNoise(double deviation) implements Corruption {

    public AddedNoise {
        if (!(deviation > 0 && deviation <= 2)) {
            throw new IllegalArgumentException("Noise has a deviation above 0 and up to 2, not " + deviation);
        }
    }

    @Override
    public Optional<Message> misfit(ImageShape of) {
        return Corruption.pointMisfit(of);
    }

    @Override
    public Planes planes(ImageShape of) {
        return new Planes(of.channels(), of.height(), of.width());
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        for (int i = 0; i < shape.size(); i++) {
            double level = image[i] + deviation * random.nextGaussian();
            target[offset + i] = (float) Math.max(-1, Math.min(1, level));
        }
    }

    @Override
    public boolean isRandom() {
        return true;
    }
}
