package org.ganvas.engine.state;

/**
 * Terms of a variational autoencoder's loss in one step, in nats an image. Immutable; any thread.
 *
 * @param reconstruction negative log-likelihood of the images given their latents
 * @param divergence KL divergence of the encoder's latents from the standard normal prior
 */
public record ElboReport(double reconstruction, double divergence) {

    /** The loss, -ELBO: an upper bound of the mean of -ln p(x). */
    public double negativeElbo() {
        return reconstruction + divergence;
    }

    public boolean finite() {
        return Double.isFinite(negativeElbo());
    }
}
