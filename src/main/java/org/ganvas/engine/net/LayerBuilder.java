package org.ganvas.engine.net;

import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds layers from their specs.
 *
 * @param init how weights start
 * @param random their random numbers, drawn layer by layer
 * @param type FLOAT, or DOUBLE for checks
 */
record LayerBuilder(InitSpec init, RandomStream random, DataType type) {

    Layer build(int index, LayerSpec layer, Extent in) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer(index + ".dense", in.size(), dense.units(), init, random, type);
        } else if (layer instanceof LayerSpec.Conv conv) {
            return ConvLayer.conv(index + ".conv", in.channels(), conv, init, random, type);
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            return ConvLayer.transposed(index + ".convTranspose", in.channels(), conv, init, random, type);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return new BatchNormLayer(index + ".batchNorm", in.channels(), norm, type);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(index, dropout.rate());
        } else if (layer instanceof LayerSpec.Reshape shape) {
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
