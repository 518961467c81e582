package org.ganvas.engine.net;

import java.util.Map;
import java.util.Objects;
import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.NormOps;
import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;

/**
 * Factory of layers from their specs.
 *
 * @param initializer of the layers' weights
 */
record LayerBuilder(WeightInitializer initializer) {

    /**
     * The layer at an index.
     *
     * @param in shape of its input
     * @param kept shapes of the registers by name
     */
    static NetworkLayer build(
            NetworkSpec network, int index, LayerShape in, Map<String, LayerShape> kept, WeightInitializer weights) {
        LayerBuilder builder = new LayerBuilder(weights.before(network.reluFollows(index)));
        LayerSpec layer = network.layers().get(index);
        return layer instanceof StyleLayerSpec style
                ? builder.style(network, index, style, in, kept)
                : builder.build(index, layer, in);
    }

    private NetworkLayer style(
            NetworkSpec network, int index, StyleLayerSpec layer, LayerShape in, Map<String, LayerShape> kept) {
        int reader = network.styleReaders(index);
        if (layer instanceof StyleLayerSpec.Mapping mapping) {
            return StyleLayers.Mapping.of(index, in.size(), mapping, initializer);
        } else if (layer instanceof StyleLayerSpec.Style style) {
            return StyleLayers.Style.of(index, in.size(), style, network.styleReaders(), initializer.type());
        } else if (layer instanceof StyleLayerSpec.Constant constant) {
            return StyleLayers.Constant.of(index, constant, initializer);
        } else if (layer instanceof StyleLayerSpec.ModulatedConv conv) {
            int width = Objects.requireNonNull(kept.get(StyleLayerSpec.key(conv.style())))
                    .size();
            return StyleLayers.ModulatedConv.of(index, in.channels(), conv, reader, width, initializer);
        } else if (layer instanceof StyleLayerSpec.AdaIn norm) {
            int width = Objects.requireNonNull(kept.get(StyleLayerSpec.key(norm.style())))
                    .size();
            return StyleLayers.AdaIn.of(index, in.channels(), norm, reader, width, initializer);
        }
        return StyleLayers.PixelNoise.of(index, in, initializer);
    }

    private NetworkLayer build(int index, LayerSpec layer, LayerShape in) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer(index + ".dense", in.size(), dense.units(), initializer);
        } else if (layer instanceof LayerSpec.Conv conv) {
            return ConvLayer.conv(index + ".conv", in.channels(), conv, initializer);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            return ConvLayer.transposed(index + ".convTranspose", in.channels(), conv, initializer);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return new BatchNormLayer(index + ".batchNorm", in.channels(), norm, initializer.type());
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(index, dropout.rate());
        } else if (layer instanceof LayerSpec.Maxout maxout) {
            int candidates = Math.multiplyExact(maxout.units(), maxout.pieces());
            return new MaxoutLayer(
                    new DenseLayer(index + ".maxout", in.size(), candidates, initializer), maxout.pieces());
        } else if (layer instanceof AttentionLayerSpec) {
            return new SelfAttentionBlock(index + ".attention", in.channels(), initializer);
        } else if (layer instanceof RegisterLayerSpec register) {
            return new RegisterLayer(register);
        } else if (layer instanceof NormLayerSpec norm) {
            return norm(index, norm, in);
        } else if (layer instanceof ResizeLayerSpec resize) {
            NetworkLayer resized = resize(resize);
            return (x, context) -> resized.forward(images(x), context);
        }
        return activation(layer);
    }

    private NetworkLayer norm(int index, NormLayerSpec layer, LayerShape in) {
        if (layer instanceof NormLayerSpec.LayerNorm norm) {
            return StatelessNormLayers.LayerNorm.of(
                    index + ".layerNorm", in.channels(), norm.epsilon(), initializer.type());
        } else if (layer instanceof NormLayerSpec.InstanceNorm norm) {
            return (x, context) -> NormOps.instanceNorm(x, norm.epsilon());
        } else if (layer instanceof NormLayerSpec.PixelNorm norm) {
            return (x, context) -> NormOps.pixelNorm(x, norm.epsilon());
        }
        NormLayerSpec.MinibatchDeviation deviation = (NormLayerSpec.MinibatchDeviation) layer;
        return (x, context) -> StatelessNormLayers.minibatchDeviation(x, deviation.group());
    }

    private static NetworkLayer resize(ResizeLayerSpec layer) {
        if (layer instanceof ResizeLayerSpec.Upsample up) {
            return up.interpolation() == ResizeLayerSpec.Interpolation.NEAREST
                    ? (x, context) -> ResampleOps.nearest(x, up.factor())
                    : (x, context) -> ResampleOps.bilinear(x, up.factor());
        } else if (layer instanceof ResizeLayerSpec.AveragePool pool) {
            return (x, context) -> ResampleOps.averagePool(x, pool.window());
        } else if (layer instanceof ResizeLayerSpec.PixelShuffle shuffle) {
            return (x, context) -> ResampleOps.pixelShuffle(x, shuffle.factor());
        } else if (layer instanceof ResizeLayerSpec.ReflectPad pad) {
            return (x, context) -> ResampleOps.reflectPad(x, pad.border());
        }
        int border = ((ResizeLayerSpec.Pad) layer).border();
        return (x, context) -> ResampleOps.pad(x, border, border, border, border);
    }

    private static NetworkLayer activation(LayerSpec layer) {
        if (layer instanceof LayerSpec.Reshape shape) {
            return (x, context) -> toShape(x, new LayerShape(shape.channels(), shape.height(), shape.width()));
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return (x, context) -> ActivationOps.leakyRelu(x, leaky.slope());
        } else if (layer instanceof LayerSpec.Relu) {
            return (x, context) -> ActivationOps.leakyRelu(x, 0);
        } else if (layer instanceof LayerSpec.Tanh) {
            return (x, context) -> ActivationOps.tanh(x);
        }
        throw new IllegalStateException("no builder for " + layer);
    }

    /** A batch as images: a row is an image of one pixel, as a DCGAN's latent before its first layer. */
    static Tensor images(Tensor x) {
        return x.rank() == 2 ? ViewOps.reshape(x, x.size(0), x.size(1), 1, 1) : x;
    }

    /** A batch as rows or as images of a shape; no copy. */
    static Tensor toShape(Tensor x, LayerShape shape) {
        long batch = x.size(0);
        if (shape.isRow()) {
            return x.rank() == 2 ? x : ViewOps.reshape(x, batch, shape.size());
        }
        return x.rank() == 4 && x.size(1) == shape.channels() && x.size(2) == shape.height()
                ? x
                : ViewOps.reshape(x, batch, shape.channels(), shape.height(), shape.width());
    }
}
