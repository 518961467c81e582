package org.ganvas.engine.dream;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.state.FeatureWeights;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Output of one layer for one image. Immutable by convention.
 *
 * @param shape of the output
 * @param values channel by channel and row by row
 */
public record FeatureMaps(LayerShape shape, float[] values) {

    /**
     * Computes a layer's output, on the calling thread.
     *
     * @param layer from 0
     * @throws org.ganvas.engine.spec.base.SpecException if the layer does not take the image's size
     */
    public static FeatureMaps of(FeatureWeights features, PixelImage image, int layer) {
        TreeSet<Integer> layers = new TreeSet<>(List.of(layer));
        TensorArena arena = new TensorArena();
        try (FeatureTaps taps = new FeatureTaps(features, image.height(), image.width(), layers, DataType.FLOAT);
                TensorArena.Round round = arena.open()) {
            Tensor input = Tensor.of(image.pixels(), 1, image.shape().channels(), image.height(), image.width());
            Tensor output = Objects.requireNonNull(
                    Autograd.withoutGraph(() -> taps.forward(input)).get(layer));
            boolean maps = output.rank() == 4;
            LayerShape shape = new LayerShape(
                    (int) output.size(1), maps ? (int) output.size(2) : 1, maps ? (int) output.size(3) : 1);
            return new FeatureMaps(shape, output.toFloats());
        } finally {
            arena.close();
        }
    }
}
