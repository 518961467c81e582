package org.ganvas.engine.autodiff;

import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.jspecify.annotations.Nullable;

/** How a tensor of images comes about, for {@link ScaledConvolutionOps}. Immutable; valid as long as the tensor. */
sealed interface TensorOrigin {

    /** The same plus a number per channel. */
    default @Nullable TensorOrigin plus(Tensor bias) {
        return null;
    }

    /**
     * Nearest-neighbour enlargement by {@link ScaledConvolutionOps#FACTOR}.
     *
     * @param source the small images
     */
    record Enlarged(Tensor source) implements TensorOrigin {}

    /**
     * A convolution.
     *
     * @param bias one number per map; null for none
     */
    record Convolved(
            Tensor images,
            Tensor weight,
            Geometry geometry,
            @Nullable Tensor bias) implements TensorOrigin {
        @Override
        public TensorOrigin plus(Tensor added) {
            return new Convolved(images, weight, geometry, added);
        }
    }

    /** A sum of two tensors of one shape. */
    record Added(Tensor left, Tensor right) implements TensorOrigin {}
}
