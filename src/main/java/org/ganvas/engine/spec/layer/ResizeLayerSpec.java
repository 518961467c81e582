package org.ganvas.engine.spec.layer;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** Layers without weights that change the size of an image. */
public sealed interface ResizeLayerSpec extends LayerSpec {

    /** Interpolations. */
    enum Interpolation {
        /** Each pixel becomes a square. */
        NEAREST,
        /** Linear between the centres of the pixels. */
        BILINEAR
    }

    /**
     * Enlargement by a whole factor; with a convolution behind it there are no checkerboard artefacts.
     *
     * @param factor at least 2
     * @param interpolation between pixels
     */
    record Upsample(int factor, Interpolation interpolation) implements ResizeLayerSpec {
        public Upsample {
            SpecException.require(factor >= 2 && factor <= 16, "engine.spec.layer.upsample.factor", factor);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(
                    in.channels(), Math.multiplyExact(in.height(), factor), Math.multiplyExact(in.width(), factor));
        }

        @Override
        public Message message() {
            return interpolation == Interpolation.NEAREST
                    ? Message.of("engine.spec.layer.upsample.nearest", factor)
                    : Message.of("engine.spec.layer.upsample.bilinear", factor);
        }
    }

    /**
     * Mean over windows that do not overlap.
     *
     * @param window side of a window, at least 2
     */
    record AveragePool(int window) implements ResizeLayerSpec {
        public AveragePool {
            SpecException.require(window >= 2, "engine.spec.layer.averagePool.size", window);
        }

        @Override
        public LayerShape output(LayerShape in) {
            SpecException.require(
                    in.height() >= window && in.width() >= window,
                    "engine.spec.layer.window.plain",
                    window,
                    window,
                    in);
            return new LayerShape(in.channels(), in.height() / window, in.width() / window);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.averagePool.name", window);
        }
    }

    /**
     * Pixel shuffle (Shi et al. 2016): groups of channels become squares of pixels.
     *
     * @param factor side of the squares, at least 2
     */
    record PixelShuffle(int factor) implements ResizeLayerSpec {
        public PixelShuffle {
            SpecException.require(factor >= 2 && factor <= 16, "engine.spec.layer.pixelShuffle.factor", factor);
        }

        @Override
        public LayerShape output(LayerShape in) {
            int group = factor * factor;
            SpecException.require(
                    in.channels() % group == 0, "engine.spec.layer.pixelShuffle.channels", in.channels(), group);
            return new LayerShape(
                    in.channels() / group,
                    Math.multiplyExact(in.height(), factor),
                    Math.multiplyExact(in.width(), factor));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.pixelShuffle.name", factor);
        }
    }

    /**
     * Zeros around the image.
     *
     * @param border width of the frame in pixels, at least 1
     */
    record Pad(int border) implements ResizeLayerSpec {
        public Pad {
            SpecException.require(border >= 1 && border <= 64, "engine.spec.layer.pad.border", border);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(
                    in.channels(), Math.addExact(in.height(), 2 * border), Math.addExact(in.width(), 2 * border));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.pad.name", border);
        }
    }

    /**
     * The image mirrored around itself, without its outermost pixels, so that convolutions see no black frame (CycleGAN, Zhu
     * et al. 2017).
     *
     * @param border width of the frame in pixels, at least 1 and smaller than the image
     */
    record ReflectPad(int border) implements ResizeLayerSpec {
        public ReflectPad {
            SpecException.require(border >= 1 && border <= 64, "engine.spec.layer.pad.border", border);
        }

        @Override
        public LayerShape output(LayerShape in) {
            SpecException.require(
                    border < Math.min(in.height(), in.width()), "engine.spec.layer.reflectPad.size", border);
            return new LayerShape(
                    in.channels(), Math.addExact(in.height(), 2 * border), Math.addExact(in.width(), 2 * border));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.reflectPad.name", border);
        }
    }
}
