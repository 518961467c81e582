package org.ganvas.engine.spec.layer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** One layer of a network. Its JSON has a type name from the fixed list below, never a class. Immutable, any thread. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = LayerSpec.Conv.class, name = "conv"),
    @JsonSubTypes.Type(value = LayerSpec.ConvTranspose.class, name = "convTranspose"),
    @JsonSubTypes.Type(value = LayerSpec.Reshape.class, name = "reshape"),
    @JsonSubTypes.Type(value = LayerSpec.LeakyRelu.class, name = "leakyRelu"),
    @JsonSubTypes.Type(value = LayerSpec.Relu.class, name = "relu"),
    @JsonSubTypes.Type(value = LayerSpec.Tanh.class, name = "tanh"),
    @JsonSubTypes.Type(value = LayerSpec.BatchNorm.class, name = "batchNorm"),
    @JsonSubTypes.Type(value = LayerSpec.Dropout.class, name = "dropout"),
    @JsonSubTypes.Type(value = LayerSpec.Maxout.class, name = "maxout"),
    @JsonSubTypes.Type(value = ResizeLayerSpec.Upsample.class, name = "upsample"),
    @JsonSubTypes.Type(value = ResizeLayerSpec.AveragePool.class, name = "averagePool"),
    @JsonSubTypes.Type(value = ResizeLayerSpec.PixelShuffle.class, name = "pixelShuffle"),
    @JsonSubTypes.Type(value = ResizeLayerSpec.Pad.class, name = "pad"),
    @JsonSubTypes.Type(value = ResizeLayerSpec.ReflectPad.class, name = "reflectPad"),
    @JsonSubTypes.Type(value = NormLayerSpec.LayerNorm.class, name = "layerNorm"),
    @JsonSubTypes.Type(value = NormLayerSpec.InstanceNorm.class, name = "instanceNorm"),
    @JsonSubTypes.Type(value = NormLayerSpec.PixelNorm.class, name = "pixelNorm"),
    @JsonSubTypes.Type(value = NormLayerSpec.MinibatchDeviation.class, name = "minibatchDeviation"),
    @JsonSubTypes.Type(value = AttentionLayerSpec.class, name = "attention"),
    @JsonSubTypes.Type(value = RegisterLayerSpec.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = RegisterLayerSpec.Take.class, name = "take"),
    @JsonSubTypes.Type(value = RegisterLayerSpec.Join.class, name = "join"),
    @JsonSubTypes.Type(value = RegisterLayerSpec.Fade.class, name = "fade"),
    @JsonSubTypes.Type(value = StyleLayerSpec.Mapping.class, name = "mapping"),
    @JsonSubTypes.Type(value = StyleLayerSpec.Style.class, name = "style"),
    @JsonSubTypes.Type(value = StyleLayerSpec.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = StyleLayerSpec.ModulatedConv.class, name = "modulatedConv"),
    @JsonSubTypes.Type(value = StyleLayerSpec.AdaIn.class, name = "adaIn"),
    @JsonSubTypes.Type(value = StyleLayerSpec.PixelNoise.class, name = "pixelNoise")
})
public sealed interface LayerSpec
        permits LayerSpec.Dense,
                LayerSpec.Maxout,
                LayerSpec.Conv,
                LayerSpec.ConvTranspose,
                LayerSpec.Reshape,
                LayerSpec.LeakyRelu,
                LayerSpec.Relu,
                LayerSpec.Tanh,
                LayerSpec.BatchNorm,
                LayerSpec.Dropout,
                ResizeLayerSpec,
                NormLayerSpec,
                AttentionLayerSpec,
                RegisterLayerSpec,
                StyleLayerSpec {

    /**
     * Shape of the output of a layer that neither keeps nor reads a register.
     *
     * @throws SpecException if the layer cannot take the input; its message is a part of a sentence
     */
    default LayerShape output(LayerShape in) {
        return in;
    }

    /**
     * Shape of the output; what is kept is added to the map.
     *
     * @param kept shapes of the registers by name, as the layers above have left them
     * @throws SpecException if the layer cannot take the input or its register; its message is a part of a sentence
     */
    default LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
        return output(in);
    }

    /** Number of trained parameters of a layer that reads no register, for an input that fits. */
    default long parameters(LayerShape in) {
        return 0;
    }

    /**
     * Number of trained parameters for an input that fits.
     *
     * @param kept shapes of the registers by name
     */
    default long parameters(LayerShape in, Map<String, LayerShape> kept) {
        return parameters(in);
    }

    /** Name with its figures, as a part of a sentence. */
    Message message();

    /** English name with its figures. */
    default String describe() {
        return message().english();
    }

    /** Whether the output of one sample depends on the others in its batch. */
    default boolean mixesBatch() {
        return false;
    }

    /** Whether it takes images as rows of numbers. */
    default boolean takesRows() {
        return false;
    }

    /**
     * Fully connected layer, y = xW + b. Takes images as rows.
     *
     * @param units width of the output, at least 1
     */
    record Dense(int units) implements LayerSpec {
        public Dense {
            SpecException.require(units >= 1, "engine.spec.layer.dense.units", units);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return LayerShape.row(units);
        }

        @Override
        public long parameters(LayerShape in) {
            return (in.size() + 1L) * units;
        }

        @Override
        public boolean takesRows() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.dense.name", units);
        }
    }

    /**
     * Fully connected layer whose units are the maximum of several candidates (Goodfellow 2013).
     *
     * @param units width of the output, at least 1
     * @param pieces candidates a unit, at least 2
     */
    record Maxout(int units, int pieces) implements LayerSpec {
        public Maxout {
            SpecException.require(
                    units >= 1 && pieces >= 2 && pieces <= 64, "engine.spec.layer.maxout.units", units, pieces);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return LayerShape.row(units);
        }

        @Override
        public long parameters(LayerShape in) {
            return (in.size() + 1L) * units * pieces;
        }

        @Override
        public boolean takesRows() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.maxout.name", units, pieces);
        }
    }

    /**
     * Convolution over square windows.
     *
     * @param filters channels of the output
     * @param kernel side of the window
     * @param stride step between two windows
     * @param padding zeros around the image
     * @param bias whether each channel has a bias; false in front of BatchNorm, which subtracts it again
     */
    record Conv(int filters, int kernel, int stride, int padding, boolean bias) implements LayerSpec {
        public Conv {
            requireWindow(filters, kernel, stride, padding);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(filters, side(in.height(), in), side(in.width(), in));
        }

        private int side(int side, LayerShape in) {
            SpecException.require(
                    side + 2 * padding >= kernel, "engine.spec.layer.window.padded", kernel, kernel, in, padding);
            return (side + 2 * padding - kernel) / stride + 1;
        }

        @Override
        public long parameters(LayerShape in) {
            return (long) in.channels() * filters * kernel * kernel + (bias ? filters : 0);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.conv.name", filters, kernel, stride);
        }
    }

    /**
     * Transposed convolution, which enlarges images.
     *
     * @param filters channels of the output
     * @param kernel side of the window; a multiple of the stride avoids checkerboard artefacts
     * @param stride factor of the enlargement
     * @param padding pixels removed around the result
     * @param bias whether each channel has a bias
     */
    record ConvTranspose(int filters, int kernel, int stride, int padding, boolean bias) implements LayerSpec {
        public ConvTranspose {
            requireWindow(filters, kernel, stride, padding);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(filters, side(in.height()), side(in.width()));
        }

        private int side(int side) {
            return (side - 1) * stride - 2 * padding + kernel;
        }

        @Override
        public long parameters(LayerShape in) {
            return (long) in.channels() * filters * kernel * kernel + (bias ? filters : 0);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.convTranspose.name", filters, kernel, stride);
        }
    }

    /**
     * The same values in another shape.
     *
     * @param channels of the result
     * @param height of the result
     * @param width of the result
     */
    record Reshape(int channels, int height, int width) implements LayerSpec {
        @Override
        public LayerShape output(LayerShape in) {
            LayerShape out = new LayerShape(channels, height, width);
            SpecException.require(
                    in.size() == out.size(), "engine.spec.layer.reshape.size", in, in.size(), out, out.size());
            return out;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.reshape.name", channels, height, width);
        }
    }

    /**
     * max(x, slope x).
     *
     * @param slope on the negative side, 0 to 1
     */
    record LeakyRelu(double slope) implements LayerSpec {
        public LeakyRelu {
            SpecException.require(slope >= 0 && slope < 1, "engine.spec.layer.leakyRelu.slope", slope);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.leakyRelu.name", slope);
        }
    }

    /** max(x, 0). */
    record Relu() implements LayerSpec {
        @Override
        public Message message() {
            return Message.of("engine.spec.layer.relu.name");
        }
    }

    /** Hyperbolic tangent; the usual last layer of a generator, because images lie in [-1, 1]. */
    record Tanh() implements LayerSpec {
        @Override
        public Message message() {
            return Message.of("engine.spec.layer.tanh.name");
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015): batch statistics in training, running ones otherwise.
     *
     * @param epsilon added to the variance
     * @param momentum weight of the new batch in the running statistics, in PyTorch's convention
     */
    record BatchNorm(double epsilon, double momentum) implements LayerSpec {
        public BatchNorm {
            SpecException.require(epsilon > 0, "engine.spec.layer.batchNorm.epsilon", epsilon);
            SpecException.require(momentum > 0 && momentum <= 1, "engine.spec.layer.batchNorm.momentum", momentum);
        }

        @Override
        public long parameters(LayerShape in) {
            return 2L * in.channels();
        }

        @Override
        public boolean mixesBatch() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.batchNorm.name");
        }
    }

    /**
     * Inverted dropout, in training only (Srivastava 2014).
     *
     * @param rate share of the units that are dropped
     */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            SpecException.require(rate >= 0 && rate < 1, "engine.spec.layer.dropout.rate", rate);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.dropout.name", rate);
        }
    }

    private static void requireWindow(int filters, int kernel, int stride, int padding) {
        SpecException.require(filters >= 1, "engine.spec.layer.conv.filters", filters);
        SpecException.require(
                kernel >= 1 && stride >= 1 && padding >= 0 && padding < kernel,
                "engine.spec.layer.conv.window",
                kernel,
                stride,
                padding);
    }
}
