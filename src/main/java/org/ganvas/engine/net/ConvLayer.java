package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Convolutions;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** A convolution or a transposed one, with or without a bias. */
final class ConvLayer implements Layer {

    private final boolean transposed;
    private final Convolutions.Geometry geometry;
    private final Variable weight;
    private final @Nullable Variable bias;

    private ConvLayer(boolean transposed, Convolutions.Geometry geometry, Variable weight, @Nullable Variable bias) {
        this.transposed = transposed;
        this.geometry = geometry;
        this.weight = weight;
        this.bias = bias;
    }

    static ConvLayer conv(
            String name, int channels, LayerSpec.Conv spec, InitSpec init, RandomStream random, DataType type) {
        int window = spec.kernel() * spec.kernel();
        Variable weight = new Variable(
                name + "/weight", Tensor.parameter(type, spec.filters(), channels, spec.kernel(), spec.kernel()));
        int fanIn = channels * window;
        fill(weight, init, fanIn, spec.filters() * window, random);
        Variable bias = spec.bias() ? bias(name, spec.filters(), init, fanIn, random, type) : null;
        return new ConvLayer(false, new Convolutions.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    static ConvLayer transposed(
            String name,
            int channels,
            LayerSpec.ConvTranspose spec,
            InitSpec init,
            RandomStream random,
            DataType type) {
        int window = spec.kernel() * spec.kernel();
        Variable weight = new Variable(
                name + "/weight", Tensor.parameter(type, channels, spec.filters(), spec.kernel(), spec.kernel()));
        // As PyTorch counts it: fan_in of [in, out, k, k] is out k k.
        int fanIn = spec.filters() * window;
        fill(weight, init, fanIn, channels * window, random);
        Variable bias = spec.bias() ? bias(name, spec.filters(), init, fanIn, random, type) : null;
        return new ConvLayer(true, new Convolutions.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    private static void fill(Variable weight, InitSpec init, int fanIn, int fanOut, RandomStream random) {
        weight.tensor()
                .set(Weights.initial(init, fanIn, fanOut, (int) weight.tensor().length(), random), 0);
    }

    private static Variable bias(
            String name, int filters, InitSpec init, int fanIn, RandomStream random, DataType type) {
        Variable bias = new Variable(name + "/bias", Tensor.parameter(type, filters));
        bias.tensor().set(Weights.initialBias(init, fanIn, filters, random), 0);
        return bias;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor out = transposed
                ? Convolutions.convTranspose2d(x, weight.tensor(), geometry)
                : Convolutions.conv2d(x, weight.tensor(), geometry);
        return bias == null ? out : Convolutions.addBias(out, bias.tensor());
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> parameters = new ArrayList<>(List.of(weight));
        if (bias != null) {
            parameters.add(bias);
        }
        return parameters;
    }
}
