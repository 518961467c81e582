package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.Objective;

/** Distances between batches as means over all their numbers. Pure functions; any one thread. */
public final class ImageDistance {

    private ImageDistance() {}

    /** Mean of |a - b| or of (a - b)², of shape [1]. */
    public static Tensor of(Objective.Norm norm, Tensor a, Tensor b) {
        Tensor difference = ElementwiseOps.sub(a, b);
        return ReductionOps.mean(
                switch (norm) {
                    case L1 -> ElementwiseOps.abs(difference);
                    case L2 -> ElementwiseOps.square(difference);
                });
    }
}
