package org.ganvas.data.corruption;

import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;

/** An image with black and white exchanged: every level has its sign turned. */
public record InvertedImage() implements Corruption {

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        for (int i = 0; i < shape.size(); i++) {
            target[offset + i] = -image[i];
        }
    }
}
