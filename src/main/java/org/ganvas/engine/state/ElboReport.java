package org.ganvas.engine.state;

/**
 * The figures of a variational autoencoder's step, in nats a picture. Immutable; any thread.
 *
 * @param reconstruction what is lost in drawing the pictures again from their latents
 * @param divergence KL of the encoder's latents from the standard normal ones that pictures are drawn from
 */
public record ElboReport(double reconstruction, double divergence) {

    /** The loss, -ELBO: no less than the mean of -ln p(x). */
    public double negativeElbo() {
        return reconstruction + divergence;
    }

    /** Whether both are finite numbers. */
    public boolean finite() {
        return Double.isFinite(negativeElbo());
    }
}
