package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.autodiff.Convolutions;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.LayerSpec;
import org.jspecify.annotations.Nullable;

/** A convolution or a transposed one, with or without a bias. */
final class ConvLayer implements Layer {

    private final boolean transposed;
    private final Convolutions.Geometry geometry;
    private final Weight weight;
    private final @Nullable Variable bias;

    private ConvLayer(boolean transposed, Convolutions.Geometry geometry, Weight weight, @Nullable Variable bias) {
        this.transposed = transposed;
        this.geometry = geometry;
        this.weight = weight;
        this.bias = bias;
    }

    static ConvLayer conv(String name, int channels, LayerSpec.Conv spec, WeightMaker maker) {
        int window = spec.kernel() * spec.kernel();
        int fanIn = channels * window;
        Weight weight = maker.weight(
                name + "/weight",
                fanIn,
                spec.filters() * window,
                spec.filters(),
                channels,
                spec.kernel(),
                spec.kernel());
        Variable bias = spec.bias() ? maker.bias(name + "/bias", fanIn, spec.filters()) : null;
        return new ConvLayer(false, new Convolutions.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    static ConvLayer transposed(String name, int channels, LayerSpec.ConvTranspose spec, WeightMaker maker) {
        int window = spec.kernel() * spec.kernel();
        // As PyTorch counts it: fan_in of [in, out, k, k] is out k k.
        int fanIn = spec.filters() * window;
        Weight weight = maker.weight(
                name + "/weight", fanIn, channels * window, channels, spec.filters(), spec.kernel(), spec.kernel());
        Variable bias = spec.bias() ? maker.bias(name + "/bias", fanIn, spec.filters()) : null;
        return new ConvLayer(true, new Convolutions.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        // A row of numbers is a picture of one pixel, as a DCGAN's latent in front of its first layer.
        Tensor pictures = x.rank() == 2 ? Views.reshape(x, x.size(0), x.size(1), 1, 1) : x;
        Tensor out = transposed
                ? Convolutions.convTranspose2d(pictures, weight.use(pass), geometry)
                : Convolutions.conv2d(pictures, weight.use(pass), geometry);
        return bias == null ? out : Convolutions.addBias(out, bias.tensor());
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> parameters = new ArrayList<>(List.of(weight.variable()));
        if (bias != null) {
            parameters.add(bias);
        }
        return parameters;
    }

    @Override
    public List<Variable> statistics() {
        return weight.statistics();
    }
}
