package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;

/**
 * Loss of a variational autoencoder (Kingma and Welling 2014, 1312.6114): reconstruction plus divergence, the negative of a
 * lower bound on the log evidence of an image, in nats. Pure functions; any one thread.
 */
public final class EvidenceLowerBound {

    private EvidenceLowerBound() {}

    /**
     * Mean over the batch of -ln p(x | z), where each pixel is a Bernoulli variable of probability sigmoid(logit); of shape
     * [1].
     *
     * @param logits [batch, channels height width]
     * @param images of the same shape, in [-1, 1]
     */
    public static Tensor reconstruction(Tensor logits, Tensor images) {
        Tensor whiteness = ElementwiseOps.shift(ElementwiseOps.scale(images, 0.5), 0.5);
        Tensor nats = ElementwiseOps.sub(ActivationOps.softplus(logits), ElementwiseOps.mul(whiteness, logits));
        return ElementwiseOps.scale(ReductionOps.sum(nats), 1.0 / images.size(0));
    }

    /**
     * Mean over the batch of KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² - 1 - ln σ²); of shape [1].
     *
     * @param mean μ, [batch, width]
     * @param logVariance ln σ², of the same shape
     */
    public static Tensor divergence(Tensor mean, Tensor logVariance) {
        Tensor moments = ElementwiseOps.add(ElementwiseOps.square(mean), ElementwiseOps.exp(logVariance));
        Tensor terms = ElementwiseOps.shift(ElementwiseOps.sub(moments, logVariance), -1);
        return ElementwiseOps.scale(ReductionOps.sum(terms), 0.5 / mean.size(0));
    }

    /**
     * The reparameterised latent μ + σ ε, through which gradients reach μ and σ.
     *
     * @param noise ε, standard normal, of the same shape
     */
    public static Tensor sampleLatent(Tensor mean, Tensor logVariance, Tensor noise) {
        return ElementwiseOps.add(
                mean, ElementwiseOps.mul(ElementwiseOps.exp(ElementwiseOps.scale(logVariance, 0.5)), noise));
    }
}
