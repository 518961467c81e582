package org.ganvas.session.dream;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.dream.FeatureSources;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;

/**
 * Layers that serve as features of images, and what they are. Immutable, any thread.
 *
 * @param kind of network
 * @param weights of the network
 * @param outputs names of the last layer's channels: classes of a classifier; empty where they have none
 * @param about one sentence on what the features are and what not to expect of them
 */
public record DreamFeatures(Kind kind, FeatureWeights weights, List<String> outputs, Message about) {

    /** Kind of network. */
    public enum Kind {
        DISCRIMINATOR,
        CLASSIFIER,
        RANDOM
    }

    public DreamFeatures {
        outputs = List.copyOf(outputs);
    }

    /**
     * The discriminator of a run.
     *
     * @param data name of what it was trained on
     * @throws org.ganvas.engine.spec.base.SpecException if the run is of 2-D points
     */
    public static DreamFeatures discriminator(GanSpec spec, TrainerState state, String data) {
        return new DreamFeatures(
                Kind.DISCRIMINATOR,
                FeatureSources.discriminator(spec, state),
                List.of(),
                Message.of("session.dream.discriminator", data, state.step()));
    }

    /**
     * A classifier.
     *
     * @param classes their names; empty if it was trained to recognise quarter turns
     * @param data name of what it was trained on
     * @param accuracy share of right answers on images that it was not trained on
     */
    public static DreamFeatures classifier(FeatureWeights weights, List<String> classes, String data, double accuracy) {
        double percent = Math.floor(1000 * accuracy) / 10;
        return new DreamFeatures(
                Kind.CLASSIFIER,
                weights,
                classes,
                classes.isEmpty()
                        ? Message.of("session.dream.rotations", data, percent)
                        : Message.of("session.dream.classifier", data, percent));
    }

    /**
     * Convolutions with random weights.
     *
     * @param colour whether they read colours
     */
    public static DreamFeatures random(boolean colour, long seed) {
        return new DreamFeatures(
                Kind.RANDOM,
                FeatureSources.random(colour ? 3 : 1, seed),
                List.of(),
                Message.of("session.dream.random", seed));
    }

    /**
     * Layer that can be chosen.
     *
     * @param index from 0
     * @param name with its figures
     * @param channels of its output
     * @param anySize whether it takes images of any size
     */
    public record Layer(int index, Message name, int channels, boolean anySize) {}

    /** Layers that can be chosen: all but those that only move, pad or keep values. */
    public List<Layer> layers() {
        List<LayerShape> shapes = weights.network()
                .shapes(weights.inputOf(
                        weights.image().height(), weights.image().width()));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < weights.network().layers().size(); i++) {
            LayerSpec layer = weights.network().layers().get(i);
            if (!(layer instanceof RegisterLayerSpec.Keep)
                    && !(layer instanceof RegisterLayerSpec.Take)
                    && !(layer instanceof LayerSpec.Reshape)
                    && !(layer instanceof LayerSpec.Dropout)
                    && !(layer instanceof ResizeLayerSpec.Pad)) {
                layers.add(new Layer(i, layer.message(), shapes.get(i + 1).channels(), weights.takesAnySize(i)));
            }
        }
        return layers;
    }

    /** The layer to begin with: the last convolution that takes any size, or the first layer where there is none. */
    public int usualLayer() {
        List<Integer> convolutions = convolutions();
        return convolutions.isEmpty() ? layers().get(0).index() : convolutions.get(convolutions.size() - 1);
    }

    /** The layer whose output a style transfer keeps. */
    public int usualContentLayer() {
        return usualLayer();
    }

    /** The layers whose Gram matrices describe the style: every convolution, or the first layer where there is none. */
    public List<Integer> usualStyleLayers() {
        List<Integer> convolutions = convolutions();
        return convolutions.isEmpty() ? List.of(layers().get(0).index()) : convolutions;
    }

    /** Convolutions that take any size; one whose window is the whole trained image, as before a logit, is none. */
    private List<Integer> convolutions() {
        List<LayerShape> shapes = weights.network()
                .shapes(weights.inputOf(
                        weights.image().height(), weights.image().width()));
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < weights.anySizeLayers(); i++) {
            if (weights.network().layers().get(i) instanceof LayerSpec.Conv
                    && !shapes.get(i + 1).isRow()) {
                found.add(i);
            }
        }
        return found;
    }

    /** Index of the last layer, whose channels are the classes of a classifier and the logit of a discriminator. */
    public int lastLayer() {
        return weights.network().layers().size() - 1;
    }

    /** An image in the channels that the features read. */
    PixelImage read(PixelImage image) {
        return weights.image().channels() == 1 ? image.toGrey() : image.toColour();
    }
}
