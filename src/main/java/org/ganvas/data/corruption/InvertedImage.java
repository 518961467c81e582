package org.ganvas.data.corruption;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;

/** An image with black and white exchanged: every level has its sign turned. */
public record InvertedImage() implements Corruption {

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
            target[offset + i] = -image[i];
        }
    }
}
