package org.ganvas.engine.net;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;

/** Inverted dropout, whose mask is a function of (seed, position), so that a run resumes exactly. */
final class DropoutLayer implements NetworkLayer {

    private static final long LOW_BITS = 0xFFFFFFFFL;

    private final int index;
    private final double rate;

    DropoutLayer(int index, double rate) {
        this.index = index;
        this.rate = rate;
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        return context.training() && rate > 0 ? ElementwiseOps.mul(x, mask(x, context.randomStream(index))) : x;
    }

    private Tensor mask(Tensor x, SeededRandomStream random) {
        float[] mask = new float[(int) x.length()];
        float kept = (float) (1 / (1 - rate));
        long threshold = (long) (rate * (LOW_BITS + 1));
        for (int i = 0; i < mask.length; i += 2) {
            long bits = random.nextLong();
            mask[i] = (bits & LOW_BITS) < threshold ? 0 : kept;
            if (i + 1 < mask.length) {
                mask[i + 1] = (bits >>> 32) < threshold ? 0 : kept;
            }
        }
        return Tensor.of(mask, x.type(), x.shape());
    }
}
