package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.Activations;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Reduce;
import org.ganvas.engine.autodiff.Tensor;

/**
 * What a variational autoencoder minimises (Kingma and Welling 2014, 1312.6114): reconstruction plus divergence, which is
 * the negative of a lower bound on the log evidence of a picture, in nats. Any one thread.
 */
public final class EvidenceBound {

    private EvidenceBound() {}

    /**
     * Mean over the batch of -ln p(x | z), each pixel being a coin that shows ink with the probability sigmoid(logit); of
     * shape [1].
     *
     * @param logits [batch, channels height width]
     * @param pictures of the same shape, in [-1, 1]
     */
    public static Tensor reconstruction(Tensor logits, Tensor pictures) {
        Tensor ink = Arith.shift(Arith.scale(pictures, 0.5), 0.5);
        Tensor nats = Arith.sub(Activations.softplus(logits), Arith.mul(ink, logits));
        return Arith.scale(Reduce.sum(nats), 1.0 / pictures.size(0));
    }

    /**
     * Mean over the batch of KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² - 1 - ln σ²); of shape [1].
     *
     * @param mean μ, [batch, width]
     * @param logVariance ln σ², of the same shape
     */
    public static Tensor divergence(Tensor mean, Tensor logVariance) {
        Tensor grown = Arith.add(Arith.square(mean), Arith.exp(logVariance));
        Tensor each = Arith.shift(Arith.sub(grown, logVariance), -1);
        return Arith.scale(Reduce.sum(each), 0.5 / mean.size(0));
    }

    /**
     * μ + σ ε, through which gradients reach both.
     *
     * @param noise ε, standard normal, of the same shape
     */
    public static Tensor latent(Tensor mean, Tensor logVariance, Tensor noise) {
        return Arith.add(mean, Arith.mul(Arith.exp(Arith.scale(logVariance, 0.5)), noise));
    }
}
