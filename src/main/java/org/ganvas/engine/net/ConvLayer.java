package org.ganvas.engine.net;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.autodiff.ConvolutionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.jspecify.annotations.Nullable;

/** Convolution or transposed convolution, with or without a bias. */
final class ConvLayer implements NetworkLayer {

    private final boolean transposed;
    private final ConvolutionOps.Geometry geometry;
    private final LayerWeight weight;
    private final @Nullable NamedTensor bias;

    private ConvLayer(
            boolean transposed, ConvolutionOps.Geometry geometry, LayerWeight weight, @Nullable NamedTensor bias) {
        this.transposed = transposed;
        this.geometry = geometry;
        this.weight = weight;
        this.bias = bias;
    }

    static ConvLayer conv(String name, int channels, LayerSpec.Conv spec, WeightInitializer initializer) {
        int window = spec.kernel() * spec.kernel();
        int fanIn = channels * window;
        LayerWeight weight = initializer.weight(
                name + "/weight",
                fanIn,
                spec.filters() * window,
                spec.filters(),
                channels,
                spec.kernel(),
                spec.kernel());
        NamedTensor bias = spec.bias() ? initializer.bias(name + "/bias", fanIn, spec.filters()) : null;
        return new ConvLayer(false, new ConvolutionOps.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    static ConvLayer transposed(
            String name, int channels, LayerSpec.ConvTranspose spec, WeightInitializer initializer) {
        int window = spec.kernel() * spec.kernel();
        // As in PyTorch: fan_in of [in, out, k, k] is out k k. An equalised weight counts the terms of a sum instead.
        int fanIn = initializer.init() == InitSpec.EQUALISED
                ? Math.max(1, channels * window / (spec.stride() * spec.stride()))
                : spec.filters() * window;
        LayerWeight weight = initializer.weight(
                name + "/weight", fanIn, channels * window, channels, spec.filters(), spec.kernel(), spec.kernel());
        NamedTensor bias = spec.bias() ? initializer.bias(name + "/bias", fanIn, spec.filters()) : null;
        return new ConvLayer(true, new ConvolutionOps.Geometry(spec.stride(), spec.padding()), weight, bias);
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        Tensor images = LayerBuilder.images(x);
        Tensor out = transposed
                ? ConvolutionOps.convTranspose2d(images, weight.value(context), geometry)
                : ConvolutionOps.conv2d(images, weight.value(context), geometry);
        return bias == null ? out : ConvolutionOps.addBias(out, bias.tensor());
    }

    @Override
    public List<NamedTensor> parameters() {
        List<NamedTensor> parameters = new ArrayList<>(List.of(weight.parameter()));
        if (bias != null) {
            parameters.add(bias);
        }
        return parameters;
    }

    @Override
    public List<NamedTensor> statistics() {
        return weight.statistics();
    }
}
