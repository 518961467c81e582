package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;

/**
 * What a variational autoencoder minimises (Kingma and Welling 2014, 1312.6114): reconstruction plus divergence, which is
 * the negative of a lower bound on the log evidence of a picture, in nats. Any one thread.
 */
public final class EvidenceLowerBound {

    private EvidenceLowerBound() {}

    /**
     * Mean over the batch of -ln p(x | z), each pixel being a coin that shows ink with the probability sigmoid(logit); of
     * shape [1].
     *
     * @param logits [batch, channels height width]
     * @param pictures of the same shape, in [-1, 1]
     */
    public static Tensor reconstruction(Tensor logits, Tensor pictures) {
        Tensor ink = ElementwiseOps.shift(ElementwiseOps.scale(pictures, 0.5), 0.5);
        Tensor nats = ElementwiseOps.sub(ActivationOps.softplus(logits), ElementwiseOps.mul(ink, logits));
        return ElementwiseOps.scale(ReductionOps.sum(nats), 1.0 / pictures.size(0));
    }

    /**
     * Mean over the batch of KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² - 1 - ln σ²); of shape [1].
     *
     * @param mean μ, [batch, width]
     * @param logVariance ln σ², of the same shape
     */
    public static Tensor divergence(Tensor mean, Tensor logVariance) {
        Tensor grown = ElementwiseOps.add(ElementwiseOps.square(mean), ElementwiseOps.exp(logVariance));
        Tensor each = ElementwiseOps.shift(ElementwiseOps.sub(grown, logVariance), -1);
        return ElementwiseOps.scale(ReductionOps.sum(each), 0.5 / mean.size(0));
    }

    /**
     * μ + σ ε, through which gradients reach both.
     *
     * @param noise ε, standard normal, of the same shape
     */
    public static Tensor sampleLatent(Tensor mean, Tensor logVariance, Tensor noise) {
        return ElementwiseOps.add(
                mean, ElementwiseOps.mul(ElementwiseOps.exp(ElementwiseOps.scale(logVariance, 0.5)), noise));
    }
}
