package org.ganvas.session.dream;

import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for. Immutable, any thread.
 *
 * @param features that the objective reads
 * @param objective what the image is changed for
 * @param spec course of the ascent
 * @param image that is changed, or whose content is kept, in the size of the result; see {@link #sized}
 * @param style image of a style transfer; null for other objectives
 */
public record DreamRequest(
        DreamFeatures features,
        DreamObjective objective,
        AscentSpec spec,
        PixelImage image,
        @Nullable PixelImage style) {

    /** Longest side of an image. */
    public static final int MAX_SIDE = 768;

    /** Least length of the longer side. */
    public static final int MIN_SIDE = 16;

    /** Longest side that a large image gets by itself. */
    private static final int USUAL_MAX = 256;

    /** Longest side that a small image gets by itself. */
    private static final int USUAL_MIN = 112;

    public DreamRequest {
        requireLayers(features, objective);
    }

    private static void requireLayers(DreamFeatures features, DreamObjective objective) {
        int last = features.lastLayer();
        for (int layer : objective.layers()) {
            SpecException.require(layer >= 0 && layer <= last, "session.dream.noLayer", layer + 1, last + 1);
        }
        if (objective instanceof DreamObjective.Channel channel) {
            int channels = features.weights()
                    .network()
                    .shapes(features.weights()
                            .inputOf(
                                    features.weights().image().height(),
                                    features.weights().image().width()))
                    .get(channel.layer() + 1)
                    .channels();
            if (channel.channel() < 0 || channel.channel() >= channels) {
                throw new SpecException(
                        Message.of("session.dream.noChannel", channel.layer() + 1, channels - 1, channel.channel()));
            }
        }
    }

    /**
     * An image in the size of the result: its longer side as wanted; the trained size where a layer takes no other.
     *
     * @param side wanted length of the longer side; 0 for a usual one
     * @throws SpecException if a layer takes no such size
     */
    public static PixelImage sized(DreamFeatures features, DreamObjective objective, PixelImage image, int side) {
        ImageShape own = features.weights().image();
        int deepest = objective.layers().last();
        if (!features.weights().takesAnySize(deepest)) {
            SpecException.require(
                    side == 0 || side == Math.max(own.width(), own.height()),
                    "engine.dream.ownSize",
                    deepest + 1,
                    own.width(),
                    own.height());
            return image.fitted(own.width(), own.height());
        }
        SpecException.require(
                side == 0 || side >= MIN_SIDE && side <= MAX_SIDE, "session.dream.size", MIN_SIDE, MAX_SIDE, side);
        int longer = Math.max(image.width(), image.height());
        return image.withLongerSide(side == 0 ? Math.max(USUAL_MIN, Math.min(USUAL_MAX, longer)) : side);
    }

    /** A blank image to start from noise, in the features' proportions. */
    public static PixelImage blank(DreamFeatures features) {
        ImageShape own = features.weights().image();
        return new PixelImage(own, new float[own.size()]);
    }
}
