package org.ganvas.session;

import java.util.List;

/**
 * Latents to draw, side by side in one row.
 *
 * @param latents each of the generator's latent width, in units of sigma; not to be changed afterwards
 * @param labels class of each; ignored by an unconditional generator
 * @param averaged whether G's averaged weights draw (where the run has them)
 */
public record LatentRequest(List<float[]> latents, List<Integer> labels, boolean averaged) {

    public LatentRequest {
        latents = List.copyOf(latents);
        labels = List.copyOf(labels);
        if (latents.size() != labels.size()) {
            throw new IllegalArgumentException(
                    latents.size() + " latents and " + labels.size() + " labels do not belong together");
        }
    }
}
