package org.ganvas.engine.loss;

import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/**
 * Penalties on the gradient of D by its input (Gulrajani 2017, Kodali 2017, Mescheder 2018), with exact second derivatives,
 * because the gradient is recorded itself. Pure functions.
 */
public final class GradientPenaltyTerms {

    /** Addend under the root, for a finite derivative at a gradient of 0. */
    private static final double EPSILON = 1e-12;

    private GradientPenaltyTerms() {}

    /**
     * The penalty E (‖∇D(x)‖ - center)², of shape [1].
     *
     * @param logits D's logits of the points, [batch, patches], each a function of its own point alone
     * @param points variables, [batch, ...]
     */
    public static Tensor penalty(Tensor logits, Tensor points, double center) {
        long batch = logits.size(0);
        // D(x) of a map of logits is its mean.
        long patches = logits.length() / batch;
        Tensor sum = ReductionOps.sum(logits);
        Tensor scores = patches == 1 ? sum : ElementwiseOps.scale(sum, 1.0 / patches);
        Tensor gradient = Autograd.grad(scores, List.of(points), true).get(0);
        Tensor squares =
                ReductionOps.sum(ElementwiseOps.square(ViewOps.reshape(gradient, batch, gradient.length() / batch)), 1);
        if (center == 0) {
            return ReductionOps.mean(squares);
        }
        Tensor norms = ElementwiseOps.sqrt(ElementwiseOps.shift(squares, EPSILON));
        return ReductionOps.mean(ElementwiseOps.square(ElementwiseOps.shift(norms, -center)));
    }
}
