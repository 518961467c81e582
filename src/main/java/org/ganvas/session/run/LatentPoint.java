package org.ganvas.session.run;

/**
 * Everything a generator needs to render one image again: latent, class and truncation. Immutable by convention: neither
 * array is changed after construction. Any thread.
 *
 * @param latent in units of sigma
 * @param classWeights one weight a class of the generator, summing to 1; empty for an unconditional one
 * @param truncation factor that the latent is still to be multiplied by, 1 for none
 */
public record LatentPoint(float[] latent, float[] classWeights, double truncation) {

    /** Whether a generator of these sizes can render it; {@code classes} is 0 for an unconditional one. */
    public boolean fits(int latentDim, int classes) {
        return latent.length == latentDim && classWeights.length == classes;
    }
}
