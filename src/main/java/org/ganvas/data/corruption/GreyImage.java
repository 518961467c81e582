package org.ganvas.data.corruption;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;

/** A colour image in grey, by the weights of ITU-R BT.601: one plane. */
public record GreyImage() implements Corruption {

    @Override
    public Optional<Message> misfit(ImageShape of) {
        return Corruption.super
                .misfit(of)
                .or(() -> of.channels() == 1
                        ? Optional.of(Message.of("data.corruption.greyAlready", of.message()))
                        : Optional.empty());
    }

    @Override
    public PlaneShape planes(ImageShape of) {
        return new PlaneShape(1, of.height(), of.width());
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        float[] luma = Corruption.luma(image, shape);
        System.arraycopy(luma, 0, target, offset, luma.length);
    }
}
