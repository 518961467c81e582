package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Translates a network's spec into Deeplearning4j's words. */
final class Dl4jConfiguration {

    private final NeuralNetConfiguration.ListBuilder builder;
    private final List<Integer> indices = new ArrayList<>();
    private int next;

    private Dl4jConfiguration(NeuralNetConfiguration.ListBuilder builder) {
        this.builder = builder;
    }

    /**
     * A translation.
     *
     * @param configuration what Deeplearning4j builds from
     * @param indices for each of our layers the number of theirs; -1 where theirs has none, as for a reshape
     */
    record Translation(MultiLayerConfiguration configuration, List<Integer> indices) {}

    static Translation of(NetworkSpec spec, Extent input, IUpdater updater) {
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(updater)
                .list();
        Dl4jConfiguration translation = new Dl4jConfiguration(builder);
        List<Extent> extents = spec.extents(input);
        for (int i = 0; i < spec.layers().size(); i++) {
            translation.add(spec.layers().get(i), extents.get(i));
        }
        boolean row = input.isRow() || spec.layers().get(0) instanceof LayerSpec.Dense;
        builder.setInputType(
                row
                        ? InputType.feedForward(input.size())
                        : InputType.convolutional(input.height(), input.width(), input.channels()));
        return new Translation(builder.build(), List.copyOf(translation.indices));
    }

    private void add(LayerSpec layer, Extent in) {
        if (layer instanceof LayerSpec.Reshape shape) {
            builder.inputPreProcessor(
                    next, new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels()));
            indices.add(-1);
        } else {
            builder.layer(next, translate(layer, in));
            indices.add(next);
            next++;
        }
    }

    private static Layer translate(LayerSpec layer, Extent in) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer.Builder()
                    .nIn(in.size())
                    .nOut(dense.units())
                    .activation(Activation.IDENTITY)
                    .build();
        } else if (layer instanceof LayerSpec.Conv conv) {
            return new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
                    .nIn(in.channels())
                    .nOut(conv.filters())
                    .stride(conv.stride(), conv.stride())
                    .padding(conv.padding(), conv.padding())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .hasBias(conv.bias())
                    .activation(Activation.IDENTITY)
                    .build();
        } else if (layer instanceof LayerSpec.ConvTranspose conv) {
            return new Deconvolution2D.Builder(conv.kernel(), conv.kernel())
                    .nIn(in.channels())
                    .nOut(conv.filters())
                    .stride(conv.stride(), conv.stride())
                    .padding(conv.padding(), conv.padding())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .hasBias(conv.bias())
                    .activation(Activation.IDENTITY)
                    .build();
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            return new BatchNormalization.Builder()
                    .nIn(in.channels())
                    .nOut(in.channels())
                    .eps(norm.epsilon())
                    .decay(1 - norm.momentum())
                    .useLogStd(false)
                    .build();
        }
        return translatePlain(layer);
    }

    /** Layers without weights. */
    private static Layer translatePlain(LayerSpec layer) {
        if (layer instanceof LayerSpec.LeakyRelu leaky) {
            return new ActivationLayer(new ActivationLReLU(leaky.slope()));
        } else if (layer instanceof LayerSpec.Relu) {
            return new ActivationLayer(Activation.RELU);
        } else if (layer instanceof LayerSpec.Tanh) {
            return new ActivationLayer(Activation.TANH);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            // Theirs is the share that stays.
            return new DropoutLayer(1 - dropout.rate());
        }
        throw new IllegalStateException("no translation of " + layer);
    }
}
