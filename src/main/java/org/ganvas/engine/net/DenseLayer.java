package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;

/** Dense layer, y = xW + b. */
final class DenseLayer implements NetworkLayer {

    private final LayerWeight weight;
    private final NamedTensor bias;
    private final double biasFactor;

    DenseLayer(String name, int inputs, int units, WeightInitializer initializer) {
        weight = initializer.weight(name + "/weight", inputs, units, inputs, units);
        bias = initializer.bias(name + "/bias", inputs, units);
        biasFactor = initializer.rate();
    }

    NamedTensor bias() {
        return bias;
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        return MatrixOps.linear(
                x,
                weight.value(context),
                biasFactor == 1 ? bias.tensor() : ElementwiseOps.scale(bias.tensor(), biasFactor));
    }

    @Override
    public List<NamedTensor> parameters() {
        return List.of(weight.parameter(), bias);
    }

    @Override
    public List<NamedTensor> statistics() {
        return weight.statistics();
    }
}
