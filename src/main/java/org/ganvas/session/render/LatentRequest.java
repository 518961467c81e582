package org.ganvas.session.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Latents to draw, side by side in one row.
 *
 * @param latents each of the generator's latent width, in units of sigma; not to be changed afterwards
 * @param labels class of each; ignored by an unconditional generator
 * @param averaged whether G's averaged weights draw (where the run has them)
 * @param classWeights a blend of classes for each in place of its label; empty where labels say it all. Not to be changed
 * @param token comes back with the pictures, for whoever asked; nothing else is done with it
 */
public record LatentRequest(
        List<float[]> latents,
        List<Integer> labels,
        boolean averaged,
        List<float[]> classWeights,
        @Nullable Object token) {

    public LatentRequest {
        latents = List.copyOf(latents);
        labels = List.copyOf(labels);
        classWeights = List.copyOf(classWeights);
        if (latents.size() != labels.size() || !classWeights.isEmpty() && classWeights.size() != latents.size()) {
            throw new IllegalArgumentException("%d latents, %d labels and %d blends do not belong together"
                    .formatted(latents.size(), labels.size(), classWeights.size()));
        }
    }

    /** Latents of one class each. */
    public LatentRequest(List<float[]> latents, List<Integer> labels, boolean averaged) {
        this(latents, labels, averaged, List.of(), null);
    }
}
