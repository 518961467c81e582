package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;

/** Pixels that a condition with a mask knows: they stand in the generator's output as they are. Pure functions. */
public final class KnownPixels {

    private KnownPixels() {}

    /**
     * Images with the condition's pixels where its mask is -1, and the made ones where it is 1.
     *
     * @param made [batch, channels height width]
     * @param condition [batch, (channels + 1) height width], the mask behind the image
     * @param pixels height times width
     */
    public static Tensor paste(Tensor made, Tensor condition, int pixels) {
        int batch = (int) made.size(0);
        int size = (int) (made.length() / batch);
        float[] given = condition.toFloats();
        float[] known = new float[batch * size];
        float[] unknown = new float[batch * size];
        for (int i = 0; i < batch; i++) {
            int from = i * (size + pixels);
            for (int j = 0; j < size; j++) {
                // Between the two, as a soft brush leaves it, both have their share.
                float share = (given[from + size + j % pixels] + 1) / 2;
                unknown[i * size + j] = share;
                known[i * size + j] = (1 - share) * given[from + j];
            }
        }
        return ElementwiseOps.add(
                ElementwiseOps.mul(made, Tensor.of(unknown, made.type(), made.shape())),
                Tensor.of(known, made.type(), made.shape()));
    }
}
