package org.ganvas.session.run;

/**
 * One state of the explorer, after all sliders: what a generator needs to draw its picture again. Immutable by agreement:
 * neither array is changed after it was handed over. Any thread.
 *
 * @param latent in units of sigma
 * @param classWeights as many as the generator has classes, summing to 1; empty for an unconditional one
 * @param truncation what the latent is still to be multiplied by, 1 for none
 */
public record LatentPoint(float[] latent, float[] classWeights, double truncation) {}
