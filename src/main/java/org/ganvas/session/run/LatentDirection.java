package org.ganvas.session.run;

import org.ganvas.engine.spec.base.AbsentDefault;

/**
 * A direction of latent space. Immutable by convention, any thread.
 *
 * @param name given by the user; empty for none
 * @param vector of length 1; of a direction of w one score for each seeded latent, see
 *     {@link org.ganvas.engine.spec.layer.StyleEdits.Shift}
 * @param share of the variance that it explained when it was found, 0 to 1: of the first layer's activations, or of w
 * @param space in which it leads
 */
public record LatentDirection(
        String name,
        float[] vector,
        double share,
        @AbsentDefault("\"Z\"") Space space) {

    /** A space of latents. */
    public enum Space {
        /** The generator's input. */
        Z,
        /** The styles of a style-based generator. */
        W
    }

    /** A direction of the generator's input. */
    public LatentDirection(String name, float[] vector, double share) {
        this(name, vector, share, Space.Z);
    }

    public LatentDirection withName(String newName) {
        return new LatentDirection(newName, vector, share, space);
    }
}
