package org.ganvas.session.run;

/**
 * A direction of latent space. Immutable by convention, any thread.
 *
 * @param name given by the user; empty for none
 * @param vector of length 1
 * @param share of the variance of the first layer's activations that it explained when it was found, 0 to 1
 */
public record LatentDirection(String name, float[] vector, double share) {

    public LatentDirection withName(String newName) {
        return new LatentDirection(newName, vector, share);
    }
}
