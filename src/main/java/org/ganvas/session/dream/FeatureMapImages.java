package org.ganvas.session.dream;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.dream.FeatureMaps;
import org.ganvas.engine.spec.dream.DreamObjective;

/** Maps of a layer's channels as images, to choose a channel by. Pure functions, any thread but JavaFX's. */
public final class FeatureMapImages {

    /** Channels that are shown at most. */
    public static final int MAX_CHANNELS = 128;

    private FeatureMapImages() {}

    /**
     * One image for each channel, on a scale of its own: black is its least value, white its largest. A dense layer's
     * channels are images of one pixel, on one scale together.
     *
     * @param layer from 0
     * @param side longer side of the image that is looked at, where the layer takes any size
     */
    public static List<PixelImage> of(DreamFeatures features, PixelImage image, int layer, int side) {
        DreamObjective objective = new DreamObjective.Energy(layer);
        boolean any = features.weights().takesAnySize(layer);
        PixelImage looked = DreamRequest.sized(features, objective, image, any ? side : 0);
        FeatureMaps maps = FeatureMaps.of(features.weights(), features.read(looked), layer);
        int height = maps.shape().height();
        int width = maps.shape().width();
        int area = height * width;
        List<PixelImage> images = new ArrayList<>();
        for (int c = 0; c < Math.min(MAX_CHANNELS, maps.shape().channels()); c++) {
            float[] values = new float[area];
            System.arraycopy(maps.values(), c * area, values, 0, area);
            float[] scale = area == 1 ? maps.values() : values;
            images.add(new PixelImage(new ImageShape(1, height, width), scaled(values, scale)));
        }
        return images;
    }

    private static float[] scaled(float[] values, float[] scale) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : scale) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        float range = Math.max(1e-9f, high - low);
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * (values[i] - low) / range - 1;
        }
        return values;
    }
}
