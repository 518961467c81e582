package org.ganvas.engine.state;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;

/**
 * A network whose layers serve as features of images, with its weights. Immutable by convention, any thread.
 *
 * @param network its layers
 * @param image shape of the images that it was trained on
 * @param copies times that the image stands in the input, for a discriminator of packs
 * @param labels classes that the input names behind the image, for a discriminator that is given one; 0 for none
 * @param spectral whether its weights are spectrally normalised
 * @param growth number of stages of growth that have come in, with the share of the next one
 * @param arrays weights and statistics by name, as of the built network
 */
public record FeatureWeights(
        NetworkSpec network,
        ImageShape image,
        int copies,
        int labels,
        boolean spectral,
        double growth,
        List<NamedArray> arrays) {

    public FeatureWeights {
        arrays = List.copyOf(arrays);
    }

    /** Weights of a network that does not grow. */
    public FeatureWeights(
            NetworkSpec network, ImageShape image, int copies, int labels, boolean spectral, List<NamedArray> arrays) {
        this(network, image, copies, labels, spectral, LayerLiveness.GROWN, arrays);
    }

    /** Whether the class is named by numbers behind those of the image, instead of by constant channels. */
    public boolean labelsAreRow() {
        return labels > 0 && network.layers().get(0).takesRows();
    }

    /** Number of the first layers that take images of any size: those before the first that takes rows. */
    public int anySizeLayers() {
        List<LayerSpec> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).takesRows() || layers.get(i) instanceof LayerSpec.Reshape) {
                return i;
            }
        }
        return layers.size();
    }

    /** Whether a layer, from 0, takes images of any size; the others take those of the trained size alone. */
    public boolean takesAnySize(int layer) {
        return layer < anySizeLayers();
    }

    /** The input's shape for an image of a size. */
    public LayerShape inputOf(int height, int width) {
        int channels = image.channels() * copies;
        return labelsAreRow()
                ? LayerShape.row(channels * height * width + labels)
                : new LayerShape(channels + labels, height, width);
    }
}
