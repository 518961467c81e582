package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.engine.autodiff.Products;
import org.ganvas.engine.autodiff.Tensor;

/** y = xW + b. */
final class DenseLayer implements Layer {

    private final Weight weight;
    private final Variable bias;

    DenseLayer(String name, int inputs, int units, WeightMaker maker) {
        weight = maker.weight(name + "/weight", inputs, units, inputs, units);
        bias = maker.bias(name + "/bias", inputs, units);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Products.linear(x, weight.use(pass), bias.tensor());
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight.variable(), bias);
    }

    @Override
    public List<Variable> statistics() {
        return weight.statistics();
    }
}
