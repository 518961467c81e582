package org.ganvas.viewmodel.latent;

import java.util.List;
import org.ganvas.session.run.SampleGrid;

/**
 * The current latent and the walk of a generator of points: as the points that it makes of them and, for latents of two
 * dimensions, as latents. Not to be changed; any thread.
 *
 * @param point x and y of the current latent's point
 * @param path x and y of each point of the walk in turn
 * @param latent the current latent, if it has two dimensions; else empty
 * @param latentPath the latents of the walk in turn, if they have two dimensions; else empty
 */
public record LatentTrails(float[] point, float[] path, float[] latent, float[] latentPath) {

    /** Points along the walk, both ends included: enough for a smooth line where the generator bends it. */
    public static final int STOPS = 65;

    /**
     * @param samples the points of {@code latents} in their order
     * @param latents the current latent, then those of the walk
     */
    static LatentTrails of(SampleGrid samples, List<float[]> latents) {
        float[] latent = latents.get(0);
        boolean twoDimensional = latent.length == 2;
        float[] latentPath = new float[twoDimensional ? 2 * (latents.size() - 1) : 0];
        for (int i = 0; i < latentPath.length; i++) {
            latentPath[i] = latents.get(1 + i / 2)[i % 2];
        }
        return new LatentTrails(
                samples.image(0).pixels(),
                samples.slice(1, 1, samples.count() - 1).pixels(),
                twoDimensional ? latent : new float[0],
                latentPath);
    }
}
