package org.ganvas.engine.dream;

import java.util.Locale;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.state.FeatureWeights;
import org.jspecify.annotations.Nullable;

/**
 * What an ascent works on. Immutable, any thread.
 *
 * @param features that the objective reads
 * @param image that is changed, or whose content is kept; its size is that of the result
 * @param style image of a style transfer; null for other objectives
 */
public record DreamInput(
        FeatureWeights features, PixelImage image, @Nullable PixelImage style) {

    public DreamInput {
        requireChannels(features, image);
        if (style != null) {
            requireChannels(features, style);
        }
    }

    private static void requireChannels(FeatureWeights features, PixelImage image) {
        if (image.shape().channels() != features.image().channels()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "features of %d channels do not read %s",
                    features.image().channels(),
                    image.shape()));
        }
    }
}
