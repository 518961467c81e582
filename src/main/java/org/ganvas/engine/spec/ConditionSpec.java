package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.corruption.BlurredImage;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.data.corruption.EdgeDrawing;
import org.ganvas.data.corruption.GreyImage;
import org.ganvas.data.corruption.HoleCut;
import org.ganvas.data.corruption.InvertedImage;
import org.ganvas.data.corruption.NoisyImage;
import org.ganvas.data.corruption.SmallerImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.message.Message;

/**
 * What the generator of a paired translation is given of an image: a change that it is to undo, or the image's partner. Its
 * numbers are pixels in [-1, 1], as of all images. Its JSON has a type name from the fixed list below. Immutable, any thread.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConditionSpec.Downscale.class, name = "downscale"),
    @JsonSubTypes.Type(value = ConditionSpec.Hole.class, name = "hole"),
    @JsonSubTypes.Type(value = ConditionSpec.Grey.class, name = "grey"),
    @JsonSubTypes.Type(value = ConditionSpec.Edges.class, name = "edges"),
    @JsonSubTypes.Type(value = ConditionSpec.Inverted.class, name = "inverted"),
    @JsonSubTypes.Type(value = ConditionSpec.Noise.class, name = "noise"),
    @JsonSubTypes.Type(value = ConditionSpec.Blur.class, name = "blur"),
    @JsonSubTypes.Type(value = ConditionSpec.Partner.class, name = "partner")
})
public sealed interface ConditionSpec {

    /** Name as a part of a sentence, with its numbers. */
    Message message();

    /**
     * Shape of the input image, without a mask.
     *
     * @throws SpecException if it cannot be made of images of that shape
     */
    default ImageShape inputShape(ImageShape image) {
        return image;
    }

    /** Shape of what the generator is given: the image's channels, and behind them the mask if there is one. */
    default LayerShape shape(ImageShape image) {
        LayerShape input = LayerShape.of(inputShape(image));
        return masks() ? new LayerShape(input.channels() + 1, input.height(), input.width()) : input;
    }

    /**
     * Whether a mask follows the image: a channel of 1 where the image is unknown and of -1 where it is known. Known
     * pixels are put into the generator's output.
     */
    default boolean masks() {
        return false;
    }

    /**
     * The change of an image that makes it; empty where the data must bring it.
     *
     * @param image shape of the images
     */
    Optional<Corruption> corruption(ImageShape image);

    /** Whether it is made of the image itself; else the data must bring it. */
    default boolean ofImage() {
        return true;
    }

    /**
     * The image made smaller by the mean over squares of pixels, for super-resolution.
     *
     * @param factor side of the squares, 2 to 16; divides both sides of the image
     */
    record Downscale(int factor) implements ConditionSpec {
        private static final int MOST = 16;

        public Downscale {
            SpecException.require(factor >= 2 && factor <= MOST, "engine.spec.condition.factor", MOST, factor);
        }

        @Override
        public ImageShape inputShape(ImageShape image) {
            SpecException.require(
                    image.height() % factor == 0 && image.width() % factor == 0,
                    "engine.spec.condition.indivisible",
                    image.message(),
                    factor);
            return new ImageShape(image.channels(), image.height() / factor, image.width() / factor);
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new SmallerImage(factor, false));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.downscale", factor);
        }
    }

    /**
     * The image with a hole, whose pixels are 0, for inpainting.
     *
     * @param share the hole's side as a share of the image's sides, above 0 and below 1; of brush strokes, the side of a
     *     square of their area
     * @param kind shape and place
     */
    record Hole(double share, Kind kind) implements ConditionSpec {

        /** Shapes of holes. */
        public enum Kind {
            /** A rectangle in the middle. */
            CENTRED,
            /** A rectangle at a random place. */
            RANDOM,
            /** Random strokes of a brush. */
            BRUSH
        }

        public Hole {
            SpecException.require(share > 0 && share < 1, "engine.spec.condition.hole.share", share);
        }

        @Override
        public boolean masks() {
            return true;
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            int shorter = Math.min(image.height(), image.width());
            int side = Math.max(1, Math.min(shorter - 1, (int) Math.round(share * shorter)));
            return Optional.of(new HoleCut(HoleCut.Placement.valueOf(kind.name()), side));
        }

        @Override
        public Message message() {
            return switch (kind) {
                case CENTRED -> Message.of("engine.spec.condition.hole.centred", share);
                case RANDOM -> Message.of("engine.spec.condition.hole.random", share);
                case BRUSH -> Message.of("engine.spec.condition.hole.brush", share);
            };
        }
    }

    /** The image's brightness, for colouring. */
    record Grey() implements ConditionSpec {
        @Override
        public ImageShape inputShape(ImageShape image) {
            SpecException.require(image.channels() > 1, "engine.spec.condition.grey.already");
            return new ImageShape(1, image.height(), image.width());
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new GreyImage());
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.grey");
        }
    }

    /**
     * Edges of the image's brightness, black on white.
     *
     * @param threshold slope of the brightness from which there is an edge, above 0 and below 1: 1 is the step from black to
     *     white
     */
    record Edges(double threshold) implements ConditionSpec {
        public Edges {
            SpecException.require(threshold > 0 && threshold < 1, "engine.spec.condition.edges.threshold", threshold);
        }

        @Override
        public ImageShape inputShape(ImageShape image) {
            return new ImageShape(1, image.height(), image.width());
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new EdgeDrawing(threshold));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.edges", threshold);
        }
    }

    /** The negative. */
    record Inverted() implements ConditionSpec {
        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new InvertedImage());
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.inverted");
        }
    }

    /**
     * The image with normal noise.
     *
     * @param strength standard deviation, above 0, at most 2; black and white are 2 apart
     */
    record Noise(double strength) implements ConditionSpec {
        private static final double MOST = 2;

        public Noise {
            SpecException.require(strength > 0 && strength <= MOST, "engine.spec.condition.noise.strength", strength);
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new NoisyImage(strength));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.noise", strength);
        }
    }

    /**
     * The image blurred by a Gaussian.
     *
     * @param sigma its standard deviation in pixels, above 0, at most 16
     */
    record Blur(double sigma) implements ConditionSpec {
        private static final double MOST = 16;

        public Blur {
            SpecException.require(sigma > 0 && sigma <= MOST, "engine.spec.condition.blur.sigma", sigma);
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.of(new BlurredImage(sigma));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.blur", sigma);
        }
    }

    /** The image's partner, which the data brings. */
    record Partner() implements ConditionSpec {
        @Override
        public boolean ofImage() {
            return false;
        }

        @Override
        public Optional<Corruption> corruption(ImageShape image) {
            return Optional.empty();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.condition.partner");
        }
    }
}
