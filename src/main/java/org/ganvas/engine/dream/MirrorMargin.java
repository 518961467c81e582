package org.ganvas.engine.dream;

import java.util.List;
import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.state.FeatureWeights;

/**
 * Mirrored surroundings of an image, so wide that the zeros around it do not reach the outputs that belong to the image
 * itself: what layers answer to those zeros would be dreamt as a frame. Layers that normalise over the whole plane, enlarge,
 * or take images of one size alone get no margin. Immutable, any thread.
 */
final class MirrorMargin {

    private final int pixels;
    private final List<LayerShape> shapes;

    /**
     * @param deepest layer that is tapped, from 0
     */
    MirrorMargin(FeatureWeights features, int height, int width, int deepest) {
        List<LayerSpec> layers = features.network().layers().subList(0, deepest + 1);
        pixels = features.takesAnySize(deepest) && layers.stream().allMatch(MirrorMargin::isLocal)
                ? pixels(layers, Math.min(height, width))
                : 0;
        shapes = new NetworkSpec(features.network().init(), layers).shapes(features.inputOf(height, width));
    }

    private static boolean isLocal(LayerSpec layer) {
        return layer instanceof LayerSpec.Conv
                || layer instanceof LayerSpec.LeakyRelu
                || layer instanceof LayerSpec.Relu
                || layer instanceof LayerSpec.Tanh
                || layer instanceof LayerSpec.BatchNorm
                || layer instanceof LayerSpec.Dropout
                || layer instanceof NormLayerSpec.PixelNorm
                || layer instanceof ResizeLayerSpec.AveragePool
                || layer instanceof RegisterLayerSpec;
    }

    /** Whole steps of the coarsest output, so that outputs of the image lie where they did; less than the image has. */
    private static int pixels(List<LayerSpec> layers, int side) {
        int step = 1;
        int reach = 0;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Conv conv) {
                reach += Math.max(conv.padding(), conv.kernel() - 1 - conv.padding()) * step;
                step *= conv.stride();
            } else if (layer instanceof ResizeLayerSpec.AveragePool pool) {
                step *= pool.window();
            }
        }
        return Math.min((reach + step - 1) / step, (side - 1) / step) * step;
    }

    /** Pixels on each side; 0 for none. */
    int pixels() {
        return pixels;
    }

    /** The image with its surroundings. */
    Tensor around(Tensor image) {
        return pixels == 0 ? image : ResampleOps.reflectPad(image, pixels);
    }

    /**
     * The part of a layer's output that belongs to the image. Of layers that shrink an image by not padding it this is more
     * than their own output, because pixels that few windows see would be changed at will.
     */
    Tensor inner(int layer, Tensor output) {
        if (pixels == 0) {
            return output;
        }
        LayerShape own = shapes.get(layer + 1);
        LayerShape image = shapes.get(0);
        int rows = beyond((int) output.size(2), own.height(), image.height());
        int columns = beyond((int) output.size(3), own.width(), image.width());
        return ResampleOps.pad(output, -(rows / 2), -(rows - rows / 2), -(columns / 2), -(columns - columns / 2));
    }

    /** Outputs along a side that lie beyond the image. */
    private int beyond(int outputs, int own, int side) {
        int step = 2 * pixels / (outputs - own);
        return outputs - Math.max(own, side / step);
    }
}
