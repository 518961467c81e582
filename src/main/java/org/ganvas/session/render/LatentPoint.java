package org.ganvas.session.render;

/**
 * A latent with its class and truncation: all that a generator needs to render its image again. Immutable by agreement:
 * neither array is changed after it was handed over. Any thread.
 *
 * @param latent in units of sigma
 * @param classWeights as many as the generator has classes, summing to 1; empty for an unconditional one
 * @param truncation factor that the latent is still to be multiplied by, 1 for none
 */
public record LatentPoint(float[] latent, float[] classWeights, double truncation) {}
