package org.ganvas.engine.spec.layer;

import java.util.Map;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Layers of style-based generators (Karras et al. 2018, 1812.04948; 2020, 1912.04958): a mapping network from z to w, a
 * learned constant to start from, layers that a style w steers, and noise per pixel. Those that read a style are numbered
 * in their order, so that styles can be mixed from one of them on.
 */
public sealed interface StyleLayerSpec extends LayerSpec {

    /** Largest depth of a mapping network and width of what a file may ask for. */
    int MAX_DEPTH = 16;

    /** Layer that reads a style. */
    sealed interface Reader extends StyleLayerSpec permits ModulatedConv, AdaIn {

        /** Name of the style. */
        String style();
    }

    /**
     * Mapping network: pixel normalisation of the row, then dense layers, each with a leaky ReLU of slope 0.2.
     *
     * @param units width of all its layers
     * @param depth number of layers
     * @param rate factor of its learning rate; its weights are stored divided by it
     */
    record Mapping(int units, int depth, double rate) implements StyleLayerSpec {
        public Mapping {
            SpecException.require(
                    units >= 1 && depth >= 1 && depth <= MAX_DEPTH, "engine.spec.layer.mapping.size", MAX_DEPTH);
            SpecException.require(rate > 0 && rate <= 1, "engine.spec.layer.mapping.rate", rate);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return LayerShape.row(units);
        }

        @Override
        public long parameters(LayerShape in) {
            return (in.size() + 1L) * units + (depth - 1) * (units + 1L) * units;
        }

        @Override
        public boolean takesRows() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.mapping.name", depth, units);
        }
    }

    /**
     * Keeps the row as a style w, follows its mean while training, and mixes styles: some samples take the w of their
     * neighbour in the batch from a random reader on.
     *
     * @param name of the style
     * @param mixing share of samples whose styles are mixed in training, 0 to 1
     * @param decay of the moving average of w, 0 to below 1
     */
    record Style(String name, double mixing, double decay) implements StyleLayerSpec {
        public Style {
            SpecException.require(name.matches(RegisterLayerSpec.NAME), "engine.spec.layer.register.name", name);
            SpecException.require(mixing >= 0 && mixing <= 1, "engine.spec.layer.style.mixing", mixing);
            SpecException.require(decay >= 0 && decay < 1, "engine.spec.layer.style.decay", decay);
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            kept.put(key(name), output(in));
            return LayerShape.row(in.size());
        }

        @Override
        public LayerShape output(LayerShape in) {
            return LayerShape.row(in.size());
        }

        @Override
        public boolean takesRows() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.style.name", name);
        }
    }

    /**
     * Learned image, the same for every sample; what comes in gives the size of the batch only.
     *
     * @param channels of the image
     * @param height of the image
     * @param width of the image
     */
    record Constant(int channels, int height, int width) implements StyleLayerSpec {
        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(channels, height, width);
        }

        @Override
        public long parameters(LayerShape in) {
            return output(in).size();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.constant.name", channels, height, width);
        }
    }

    /**
     * Convolution whose weights a style modulates: w'[o, i] = s[i] w[o, i] with s = A(w), demodulated to unit norm, and a
     * bias. It keeps the size of the image or doubles it by a transposed convolution.
     *
     * @param style name of the style
     * @param filters channels of the output
     * @param kernel side of the window: odd where the size stays, even where it doubles
     * @param up factor of the enlargement, 1 or 2
     * @param demodulate whether the weights are brought to unit norm; not in front of an image's colours
     */
    record ModulatedConv(String style, int filters, int kernel, int up, boolean demodulate) implements Reader {
        public ModulatedConv {
            SpecException.require(filters >= 1, "engine.spec.layer.conv.filters", filters);
            SpecException.require(
                    kernel >= 1 && (up == 1 && kernel % 2 == 1 || up == 2 && kernel % 2 == 0),
                    "engine.spec.layer.modulatedConv.window",
                    kernel,
                    up);
        }

        /** Zeros around the image, or pixels removed around the enlarged one. */
        public int padding() {
            return up == 1 ? (kernel - 1) / 2 : (kernel - 2) / 2;
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            styleWidth(style, kept);
            return new LayerShape(filters, Math.multiplyExact(in.height(), up), Math.multiplyExact(in.width(), up));
        }

        @Override
        public long parameters(LayerShape in, Map<String, LayerShape> kept) {
            return (long) in.channels() * filters * kernel * kernel
                    + filters
                    + (styleWidth(style, kept) + 1L) * in.channels();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.modulatedConv.name", filters, kernel, style);
        }
    }

    /**
     * Adaptive instance normalisation: each channel of each image to the standard deviation and mean that the style says.
     *
     * @param style name of the style
     * @param epsilon added to the variance
     */
    record AdaIn(String style, double epsilon) implements Reader {
        public AdaIn {
            SpecException.require(epsilon > 0, "engine.spec.layer.norm.epsilon", epsilon);
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            styleWidth(style, kept);
            SpecException.require(!in.isRow(), "engine.spec.layer.instanceNorm.row");
            return in;
        }

        @Override
        public long parameters(LayerShape in, Map<String, LayerShape> kept) {
            return (styleWidth(style, kept) + 1L) * 2 * in.channels();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.adaIn.name", style);
        }
    }

    /** Normal noise per pixel, the same for all channels, times a learned strength per channel that starts at 0. */
    record PixelNoise() implements StyleLayerSpec {
        @Override
        public LayerShape output(LayerShape in) {
            SpecException.require(!in.isRow(), "engine.spec.layer.pixelNoise.row");
            return in;
        }

        @Override
        public long parameters(LayerShape in) {
            return in.channels();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.pixelNoise.name");
        }
    }

    /** Key of a style among the registers, whose own names have no spaces. */
    static String key(String style) {
        return "style " + style;
    }

    private static int styleWidth(String style, Map<String, LayerShape> kept) {
        LayerShape shape = kept.get(key(style));
        if (shape == null || !shape.isRow()) {
            throw new SpecException(Message.of("engine.spec.layer.style.unknown", style));
        }
        return shape.size();
    }
}
