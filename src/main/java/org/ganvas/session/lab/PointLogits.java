package org.ganvas.session.lab;

/**
 * Real and generated points with D's answers. Immutable by agreement; any thread.
 *
 * @param real x and y of each real point
 * @param realLogits D's logit of each
 * @param generated x and y of each generated point
 * @param generatedLogits D's logit of each
 */
public record PointLogits(float[] real, float[] realLogits, float[] generated, float[] generatedLogits) {}
