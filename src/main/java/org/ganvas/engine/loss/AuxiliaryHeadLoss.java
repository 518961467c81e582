package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/** What the second head of a discriminator is trained on: the class, and the codes of InfoGAN. */
public final class AuxiliaryHeadLoss {

    /** Weight of the continuous codes, as published implementations of InfoGAN have it. */
    private static final double CODE_WEIGHT = 0.1;

    private AuxiliaryHeadLoss() {}

    /**
     * Mean cross entropy of the class, in nats.
     *
     * @param head [batch, classes + codes]
     */
    public static Tensor classLoss(Tensor head, int[] labels, int classes) {
        Tensor logits = head.size(1) == classes ? head : ViewOps.slice(head, 1, 0, classes);
        Tensor wanted = ViewOps.oneHot(labels, classes, head);
        Tensor picked = ReductionOps.sum(ElementwiseOps.mul(ActivationOps.logSoftmax(logits), wanted), 1);
        return ElementwiseOps.scale(ReductionOps.mean(picked), -1);
    }

    /**
     * The codes' share of a bound on the mutual information (Chen et al. 2016): negative log likelihood under Gaussians
     * of deviation 1, up to a constant, times its weight.
     *
     * @param head [batch, classes + codes]
     * @param codes what G was given, row after row
     */
    public static Tensor codeLoss(Tensor head, float[] codes, int classes) {
        long width = head.size(1) - classes;
        Tensor found = ViewOps.slice(head, 1, classes, width);
        Tensor off = ElementwiseOps.sub(found, Tensor.of(codes, head.type(), head.size(0), width));
        return ElementwiseOps.scale(ReductionOps.sum(ElementwiseOps.square(off)), 0.5 * CODE_WEIGHT / head.size(0));
    }
}
