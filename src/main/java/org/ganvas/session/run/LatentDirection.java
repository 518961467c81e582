package org.ganvas.session.run;

/**
 * A direction of latent space. Immutable by agreement, any thread.
 *
 * @param name what a person called it; empty for none
 * @param vector of length 1
 * @param share of the variance of the first layer's activations that it explains, 0 to 1
 */
public record LatentDirection(String name, float[] vector, double share) {

    public LatentDirection named(String newName) {
        return new LatentDirection(newName, vector, share);
    }
}
