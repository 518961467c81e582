package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Products;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.InitSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** y = xW + b. */
final class DenseLayer implements Layer {

    private final Variable weight;
    private final Variable bias;

    DenseLayer(String name, int inputs, int units, InitSpec init, RandomStream random, DataType type) {
        weight = new Variable(name + "/weight", Tensor.parameter(type, inputs, units));
        bias = new Variable(name + "/bias", Tensor.parameter(type, units));
        weight.tensor().set(Weights.initial(init, inputs, units, inputs * units, random), 0);
        bias.tensor().set(Weights.initialBias(init, inputs, units, random), 0);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Products.linear(x, weight.tensor(), bias.tensor());
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }
}
