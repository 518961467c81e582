package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;

/** Dense layer, y = xW + b. */
final class DenseLayer implements NetworkLayer {

    private final LayerWeight weight;
    private final NamedTensor bias;

    DenseLayer(String name, int inputs, int units, WeightInitializer initializer) {
        weight = initializer.weight(name + "/weight", inputs, units, inputs, units);
        bias = initializer.bias(name + "/bias", inputs, units);
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        return MatrixOps.linear(x, weight.value(context), bias.tensor());
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
