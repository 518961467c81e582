package org.ganvas.engine.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.message.Message;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/**
 * Translation of this program's layers to Deeplearning4j's; kinds without a counterpart are refused by name. A reshape is
 * absent, because Deeplearning4j has preprocessors between layers for it. The inverse of {@link Dl4jLayerReader}. Pure
 * functions.
 */
final class Dl4jLayerWriter {

    private Dl4jLayerWriter() {}

    /**
     * Deeplearning4j's counterpart of a layer.
     *
     * @param number of the layer for messages, from 1
     * @throws SpecException if there is none
     */
    static Layer translate(int number, LayerSpec layer, LayerShape in) {
        if (layer instanceof LayerSpec.Dense dense) {
            return dense(in.size(), dense.units(), true);
        } else if (layer instanceof LayerSpec.Conv conv) {
            ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(conv.kernel(), conv.kernel());
            return configured(builder, in, conv.filters(), conv.stride(), conv.padding(), conv.bias())
                    .build();
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            Deconvolution2D.Builder builder = new Deconvolution2D.Builder(conv.kernel(), conv.kernel());
            return configured(builder, in, conv.filters(), conv.stride(), conv.padding(), conv.bias())
                    .build();
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return norm(norm, in);
        } else if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return new ActivationLayer(new ActivationLReLU(leaky.slope()));
        } else if (layer instanceof LayerSpec.Relu) {
            return new ActivationLayer(Activation.RELU);
        } else if (layer instanceof LayerSpec.Tanh) {
            return new ActivationLayer(Activation.TANH);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            // Deeplearning4j takes the share that is kept.
            return new DropoutLayer(1 - dropout.rate());
        }
        return resize(number, layer);
    }

    private static Layer resize(int number, LayerSpec layer) {
        if (layer instanceof ResizeLayerSpec.Upsample up
                && up.interpolation() == ResizeLayerSpec.Interpolation.NEAREST) {
            return new Upsampling2D.Builder(up.factor()).build();
        } else if (layer instanceof ResizeLayerSpec.AveragePool pool) {
            int[] window = {pool.window(), pool.window()};
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG, window, window).build();
        } else if (layer instanceof ResizeLayerSpec.Pad pad) {
            return new ZeroPaddingLayer.Builder(pad.border(), pad.border()).build();
        }
        throw noCounterpart(number, layer.describe());
    }

    /** Whether a layer needs images and cannot take rows. */
    static boolean needsImages(LayerSpec layer) {
        return layer instanceof LayerSpec.Conv
                || layer instanceof LayerSpec.ConvTranspose
                || layer instanceof ResizeLayerSpec;
    }

    static SpecException noCounterpart(int number, String layer) {
        return new SpecException(Message.of("engine.dl4j.layerWithoutCounterpart", number, layer));
    }

    static DenseLayer dense(int inputs, int units, boolean bias) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .hasBias(bias)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static <B extends ConvolutionLayer.BaseConvBuilder<B>> B configured(
            B builder, LayerShape in, int filters, int stride, int padding, boolean bias) {
        return builder.nIn(in.channels())
                .nOut(filters)
                .stride(stride, stride)
                .padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate)
                .hasBias(bias)
                .activation(Activation.IDENTITY);
    }

    private static Layer norm(LayerSpec.BatchNorm norm, LayerShape in) {
        return new BatchNormalization.Builder()
                .nIn(in.channels())
                .nOut(in.channels())
                .eps(norm.epsilon())
                .decay(1 - norm.momentum())
                .useLogStd(false)
                .build();
    }
}
