package org.ganvas.engine.loss;

import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;

/**
 * Lengths of the paths that images go when their styles move (StyleGAN2, Karras et al. 2020), with exact second
 * derivatives. Pure functions.
 */
public final class PathLengthTerms {

    /** Addend under the root, for a finite derivative at a length of 0. */
    private static final double EPSILON = 1e-12;

    private PathLengthTerms() {}

    /**
     * The lengths ‖Jᵀy‖ of the gradients by the styles of a random projection of each image, [batch, 1].
     *
     * @param images [batch, ...], each a function of its own styles alone
     * @param styles w, recorded on the way to the images, [batch, width] each
     * @param projections y, shaped like the images
     */
    public static Tensor lengths(Tensor images, List<Tensor> styles, Tensor projections) {
        Tensor squares = Autograd.grad(images, projections, styles, true).stream()
                .map(gradient -> ReductionOps.sum(ElementwiseOps.square(gradient), 1))
                .reduce(ElementwiseOps::add)
                .orElseThrow();
        return ElementwiseOps.sqrt(ElementwiseOps.shift(squares, EPSILON));
    }

    /** The penalty E (length - target)², of shape [1]. */
    public static Tensor penalty(Tensor lengths, double target) {
        return ReductionOps.mean(ElementwiseOps.square(ElementwiseOps.shift(lengths, -target)));
    }
}
