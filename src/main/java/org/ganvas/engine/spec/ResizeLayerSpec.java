package org.ganvas.engine.spec;

/** Layers without weights that change a picture's size. */
public sealed interface ResizeLayerSpec extends LayerSpec {

    /** How a picture is enlarged. */
    enum Interpolation {
        /** Each pixel becomes a square. */
        NEAREST,
        /** Linear between the centres of the pixels. */
        BILINEAR
    }

    /**
     * Enlargement by a whole factor; followed by a convolution it makes no checkerboard.
     *
     * @param factor at least 2
     * @param interpolation how
     */
    record Upsample(int factor, Interpolation interpolation) implements ResizeLayerSpec {
        public Upsample {
            SpecException.require(
                    factor >= 2 && factor <= 16, "An enlargement is by 2 to 16 times, not by %d.", factor);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(
                    in.channels(), Math.multiplyExact(in.height(), factor), Math.multiplyExact(in.width(), factor));
        }

        @Override
        public String describe() {
            return "%s upsampling by %d"
                    .formatted(interpolation == Interpolation.NEAREST ? "nearest" : "bilinear", factor);
        }
    }

    /**
     * The mean over windows that do not overlap.
     *
     * @param window side of a window, at least 2
     */
    record AveragePool(int window) implements ResizeLayerSpec {
        public AveragePool {
            SpecException.require(window >= 2, "Average pooling needs a window of at least 2, not %d.", window);
        }

        @Override
        public LayerShape output(LayerShape in) {
            SpecException.require(
                    in.height() >= window && in.width() >= window,
                    "a window of %dx%d does not fit into %s",
                    window,
                    window,
                    in);
            return new LayerShape(in.channels(), in.height() / window, in.width() / window);
        }

        @Override
        public String describe() {
            return "average pooling %dx%d".formatted(window, window);
        }
    }

    /**
     * Pixel shuffle (Shi et al. 2016): groups of channels become squares of pixels.
     *
     * @param factor side of the squares, at least 2
     */
    record PixelShuffle(int factor) implements ResizeLayerSpec {
        public PixelShuffle {
            SpecException.require(factor >= 2 && factor <= 16, "A pixel shuffle is by 2 to 16, not by %d.", factor);
        }

        @Override
        public LayerShape output(LayerShape in) {
            int group = factor * factor;
            SpecException.require(
                    in.channels() % group == 0, "%d channels are no multiple of %d", in.channels(), group);
            return new LayerShape(
                    in.channels() / group,
                    Math.multiplyExact(in.height(), factor),
                    Math.multiplyExact(in.width(), factor));
        }

        @Override
        public String describe() {
            return "pixel shuffle by " + factor;
        }
    }

    /**
     * Zeros around the picture.
     *
     * @param border width of the frame in pixels, at least 1
     */
    record Pad(int border) implements ResizeLayerSpec {
        public Pad {
            SpecException.require(border >= 1 && border <= 64, "A padding is of 1 to 64 pixels, not of %d.", border);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(
                    in.channels(), Math.addExact(in.height(), 2 * border), Math.addExact(in.width(), 2 * border));
        }

        @Override
        public String describe() {
            return "padding by " + border;
        }
    }
}
