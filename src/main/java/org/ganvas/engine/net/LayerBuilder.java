package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Norms;
import org.ganvas.engine.autodiff.Resample;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.AttentionLayer;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NormLayer;
import org.ganvas.engine.spec.ResizeLayer;

/**
 * Builds layers from their specs.
 *
 * @param maker makes their weights
 */
record LayerBuilder(WeightMaker maker) {

    Layer build(int index, LayerSpec layer, Extent in) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer(index + ".dense", in.size(), dense.units(), maker);
        } else if (layer instanceof LayerSpec.Conv conv) {
            return ConvLayer.conv(index + ".conv", in.channels(), conv, maker);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            return ConvLayer.transposed(index + ".convTranspose", in.channels(), conv, maker);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return new BatchNormLayer(index + ".batchNorm", in.channels(), norm, maker.type());
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(index, dropout.rate());
        } else if (layer instanceof LayerSpec.Maxout maxout) {
            int candidates = Math.multiplyExact(maxout.units(), maxout.pieces());
            return new MaxoutLayer(new DenseLayer(index + ".maxout", in.size(), candidates, maker), maxout.pieces());
        } else if (layer instanceof AttentionLayer) {
            return new AttentionBlock(index + ".attention", in.channels(), maker);
        } else if (layer instanceof NormLayer norm) {
            return norm(index, norm, in);
        } else if (layer instanceof ResizeLayer resize) {
            return resize(resize);
        }
        return activation(layer);
    }

    private Layer norm(int index, NormLayer layer, Extent in) {
        if (layer instanceof NormLayer.LayerNorm norm) {
            return NormLayers.LayerNorm.of(index + ".layerNorm", in.channels(), norm.epsilon(), maker.type());
        } else if (layer instanceof NormLayer.InstanceNorm norm) {
            return (x, pass) -> Norms.instanceNorm(x, norm.epsilon());
        } else if (layer instanceof NormLayer.PixelNorm norm) {
            return (x, pass) -> Norms.pixelNorm(x, norm.epsilon());
        }
        NormLayer.MinibatchDeviation deviation = (NormLayer.MinibatchDeviation) layer;
        return (x, pass) -> NormLayers.minibatchDeviation(x, deviation.group());
    }

    private static Layer resize(ResizeLayer layer) {
        if (layer instanceof ResizeLayer.Upsample up) {
            return up.interpolation() == ResizeLayer.Interpolation.NEAREST
                    ? (x, pass) -> Resample.nearest(x, up.factor())
                    : (x, pass) -> Resample.bilinear(x, up.factor());
        } else if (layer instanceof ResizeLayer.AveragePool pool) {
            return (x, pass) -> Resample.averagePool(x, pool.window());
        } else if (layer instanceof ResizeLayer.PixelShuffle shuffle) {
            return (x, pass) -> Resample.pixelShuffle(x, shuffle.factor());
        }
        int border = ((ResizeLayer.Pad) layer).border();
        return (x, pass) -> Resample.pad(x, border, border, border, border);
    }

    private static Layer activation(LayerSpec layer) {
        if (layer instanceof LayerSpec.Reshape shape) {
            return (x, pass) -> asExtent(x, new Extent(shape.channels(), shape.height(), shape.width()));
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return (x, pass) -> Activations.leakyRelu(x, leaky.slope());
        } else if (layer instanceof LayerSpec.Relu) {
            return (x, pass) -> Activations.leakyRelu(x, 0);
        } else if (layer instanceof LayerSpec.Tanh) {
            return (x, pass) -> Activations.tanh(x);
        }
        throw new IllegalStateException("no builder for " + layer);
    }

    /** A batch as rows or as pictures, as the extent says; no copy. */
    static Tensor asExtent(Tensor x, Extent extent) {
        long batch = x.size(0);
        if (extent.isRow()) {
            return x.rank() == 2 ? x : Views.reshape(x, batch, extent.size());
        }
        return x.rank() == 4 && x.size(1) == extent.channels() && x.size(2) == extent.height()
                ? x
                : Views.reshape(x, batch, extent.channels(), extent.height(), extent.width());
    }
}
