package org.ganvas.engine.net;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Norms;
import org.ganvas.engine.autodiff.Reduce;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.nd4j.linalg.api.buffer.DataType;

/** The normalisations that need no running statistics. */
final class NormLayers {

    private static final double DEVIATION_EPSILON = 1e-8;

    private NormLayers() {}

    /** Layer normalisation with its scale and shift. */
    record LayerNorm(double epsilon, Variable scale, Variable shift) implements Layer {

        static LayerNorm of(String name, int channels, double epsilon, DataType type) {
            Variable scale = new Variable(name + "/scale", Tensor.parameter(type, channels));
            float[] ones = new float[channels];
            Arrays.fill(ones, 1);
            scale.tensor().set(ones, 0);
            return new LayerNorm(epsilon, scale, new Variable(name + "/shift", Tensor.parameter(type, channels)));
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return Norms.layerNorm(x, scale.tensor(), shift.tensor(), epsilon);
        }

        @Override
        public List<Variable> parameters() {
            return List.of(scale, shift);
        }
    }

    /**
     * Appends a channel with the deviation over each group of neighbours in the batch, averaged over all numbers of a
     * sample.
     */
    static Tensor minibatchDeviation(Tensor x, int group) {
        long batch = x.size(0);
        int size = (int) Math.min(group, batch);
        if (batch % size != 0) {
            size = (int) batch;
        }
        Tensor groups = Views.reshape(x, batch / size, size, x.length() / batch);
        Tensor centred = Arith.sub(groups, Reduce.mean(groups, 1));
        Tensor variance = Reduce.mean(Arith.square(centred), 1);
        Tensor deviation = Reduce.mean(Arith.sqrt(Arith.shift(variance, DEVIATION_EPSILON)), 2);
        long[] channel = x.shape().clone();
        channel[1] = 1;
        Tensor spread = Reduce.broadcastTo(
                deviation, new long[] {batch / size, size, channel.length == 2 ? 1 : channel[2] * channel[3]});
        return Views.concat(1, x, Views.reshape(spread, channel));
    }
}
