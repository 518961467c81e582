package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/** Losses of a discriminator's second head: the class (AC-GAN, InfoGAN) and InfoGAN's continuous codes. Pure functions. */
public final class AuxiliaryHeadLoss {

    /** Weight of the continuous codes, as in published implementations of InfoGAN. */
    private static final double CODE_WEIGHT = 0.1;

    private AuxiliaryHeadLoss() {}

    /**
     * Mean cross entropy of the class, in nats, of shape [1].
     *
     * @param head [batch, classes + codes]
     */
    public static Tensor classLoss(Tensor head, int[] labels, int classes) {
        Tensor logits = head.size(1) == classes ? head : ViewOps.slice(head, 1, 0, classes);
        Tensor targets = ViewOps.oneHot(labels, classes, head);
        Tensor picked = ReductionOps.sum(ElementwiseOps.mul(ActivationOps.logSoftmax(logits), targets), 1);
        return ElementwiseOps.scale(ReductionOps.mean(picked), -1);
    }

    /**
     * The codes' term of the lower bound on the mutual information (Chen et al. 2016): negative log likelihood under
     * Gaussians of standard deviation 1, up to a constant, times its weight; of shape [1].
     *
     * @param head [batch, classes + codes]
     * @param codes the codes in G's latents, row after row
     */
    public static Tensor codeLoss(Tensor head, float[] codes, int classes) {
        long width = head.size(1) - classes;
        Tensor predicted = ViewOps.slice(head, 1, classes, width);
        Tensor errors = ElementwiseOps.sub(predicted, Tensor.of(codes, head.type(), head.size(0), width));
        return ElementwiseOps.scale(ReductionOps.sum(ElementwiseOps.square(errors)), 0.5 * CODE_WEIGHT / head.size(0));
    }
}
