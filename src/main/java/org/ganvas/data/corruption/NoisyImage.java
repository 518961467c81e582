package org.ganvas.data.corruption;

import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;

/**
 * An image with normal noise added to every level; what leaves [-1, 1] is cut off, as in a photograph.
 *
 * @param deviation standard deviation of the noise, above 0; the levels span 2
 */
public record NoisyImage(double deviation) implements Corruption {

    public NoisyImage {
        if (!(deviation > 0 && deviation <= 2)) {
            throw new IllegalArgumentException("Noise has a deviation above 0 and up to 2, not " + deviation);
        }
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
