package org.ganvas.engine.dream;

import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/**
 * Objectives of an ascent on one image. Features are [1, channels, height, width], or [1, units] of a dense layer. Pure
 * functions; scalars come back as tensors of length 1.
 */
final class DreamLosses {

    /** Added to the size of a target, which may be zero. */
    private static final double EPSILON = 1e-8;

    private DreamLosses() {}

    /** Mean square of a layer's output (Mordvintsev et al. 2015). */
    static Tensor energy(Tensor features) {
        return ReductionOps.mean(ElementwiseOps.square(features));
    }

    /** Mean of one channel. */
    static Tensor channel(Tensor features, int channel) {
        return ReductionOps.mean(ViewOps.slice(features, 1, channel, 1));
    }

    /**
     * Squared distance to the target's features, divided by the target's own square: Gatys' content loss in a unit that does
     * not depend on the network.
     */
    static Tensor content(Tensor features, Tensor target) {
        return relativeDistance(features, target);
    }

    /** Gram matrix of a layer: the products of its channels' maps, divided by the number of pixels; [channels, channels]. */
    static Tensor gram(Tensor features) {
        long channels = features.size(1);
        long pixels = features.length() / channels;
        Tensor maps = ViewOps.reshape(features, channels, pixels);
        return ElementwiseOps.scale(MatrixOps.matmul(maps, false, maps, true), 1.0 / pixels);
    }

    /** Squared distance to the target's Gram matrix, divided by the target's own square. */
    static Tensor style(Tensor features, Tensor targetGram) {
        return relativeDistance(gram(features), targetGram);
    }

    private static Tensor relativeDistance(Tensor values, Tensor target) {
        double size = 0;
        for (double value : target.toDoubles()) {
            size += value * value;
        }
        Tensor squares = ReductionOps.sum(ElementwiseOps.square(ElementwiseOps.sub(values, target)));
        return ElementwiseOps.scale(squares, 1 / (size + EPSILON));
    }

    /** Half the sum of the squared differences of adjacent pixels (Mahendran and Vedaldi 2015 with exponent 2). */
    static Tensor totalVariation(Tensor image) {
        return ElementwiseOps.scale(ElementwiseOps.add(differences(image, 2), differences(image, 3)), 0.5);
    }

    private static Tensor differences(Tensor image, int dimension) {
        long side = image.size(dimension);
        if (side < 2) {
            return Tensor.filled(0, image.type(), 1);
        }
        Tensor later = ViewOps.slice(image, dimension, 1, side - 1);
        Tensor earlier = ViewOps.slice(image, dimension, 0, side - 1);
        return ReductionOps.sum(ElementwiseOps.square(ElementwiseOps.sub(later, earlier)));
    }
}
