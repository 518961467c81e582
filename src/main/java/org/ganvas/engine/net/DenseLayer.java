package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;

/** y = xW + b. */
final class DenseLayer implements NetworkLayer {

    private final LayerWeight weight;
    private final NamedTensor bias;

    DenseLayer(String name, int inputs, int units, WeightInitializer maker) {
        weight = maker.weight(name + "/weight", inputs, units, inputs, units);
        bias = maker.bias(name + "/bias", inputs, units);
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext pass) {
        return MatrixOps.linear(x, weight.value(pass), bias.tensor());
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
