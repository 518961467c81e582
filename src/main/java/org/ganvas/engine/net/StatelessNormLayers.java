package org.ganvas.engine.net;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.NormOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.nd4j.linalg.api.buffer.DataType;

/** Normalisations without running statistics. */
final class StatelessNormLayers {

    private static final double DEVIATION_EPSILON = 1e-8;

    private StatelessNormLayers() {}

    /** Layer normalisation with its scale and shift. */
    record LayerNorm(double epsilon, NamedTensor scale, NamedTensor shift) implements NetworkLayer {

        static LayerNorm of(String name, int channels, double epsilon, DataType type) {
            NamedTensor scale = new NamedTensor(name + "/scale", Tensor.parameter(type, channels));
            float[] ones = new float[channels];
            Arrays.fill(ones, 1);
            scale.tensor().set(ones, 0);
            return new LayerNorm(epsilon, scale, new NamedTensor(name + "/shift", Tensor.parameter(type, channels)));
        }

        @Override
        public Tensor forward(Tensor x, ForwardContext context) {
            return NormOps.layerNorm(x, scale.tensor(), shift.tensor(), epsilon);
        }

        @Override
        public List<NamedTensor> parameters() {
            return List.of(scale, shift);
        }
    }

    /**
     * Minibatch standard deviation (Karras et al. 2018): appends a channel with the standard deviation over each group of
     * neighbours in the batch, averaged over all numbers of a sample.
     */
    static Tensor minibatchDeviation(Tensor x, int group) {
        long batch = x.size(0);
        int size = (int) Math.min(group, batch);
        if (batch % size != 0) {
            size = (int) batch;
        }
        Tensor groups = ViewOps.reshape(x, batch / size, size, x.length() / batch);
        Tensor centred = ElementwiseOps.sub(groups, ReductionOps.mean(groups, 1));
        Tensor variance = ReductionOps.mean(ElementwiseOps.square(centred), 1);
        Tensor deviation = ReductionOps.mean(ElementwiseOps.sqrt(ElementwiseOps.shift(variance, DEVIATION_EPSILON)), 2);
        long[] channel = x.shape().clone();
        channel[1] = 1;
        Tensor repeated = ReductionOps.broadcastTo(
                deviation, new long[] {batch / size, size, channel.length == 2 ? 1 : channel[2] * channel[3]});
        return ViewOps.concat(1, x, ViewOps.reshape(repeated, channel));
    }
}
