package org.ganvas.viewmodel.latent;

import java.util.List;
import org.ganvas.session.run.SampleGrid;

/**
 * The latent in the hand and the walk, where the generator makes points: both in the plane of the data and, for latents of
 * two dimensions, in their own. Not to be changed; any thread.
 *
 * @param point x and y of the latent's point
 * @param path x and y of each point of the walk in turn
 * @param latent the latent itself, if it has two dimensions; else empty
 * @param latentPath the latents of the walk in turn, if they have two dimensions; else empty
 */
public record LatentTrails(float[] point, float[] path, float[] latent, float[] latentPath) {

    /** Points along the way, both ends included: enough for a smooth line where the generator bends it. */
    public static final int STOPS = 65;

    static LatentTrails of(SampleGrid drawn, float[] latent, List<float[]> stops) {
        float[] point = new float[2];
        float[] path = new float[drawn.pixels().length - 2];
        System.arraycopy(drawn.pixels(), 0, point, 0, 2);
        System.arraycopy(drawn.pixels(), 2, path, 0, path.length);
        boolean flat = latent.length == 2;
        float[] latentPath = new float[flat ? 2 * stops.size() : 0];
        for (int i = 0; i < latentPath.length; i++) {
            latentPath[i] = stops.get(i / 2)[i % 2];
        }
        return new LatentTrails(point, path, flat ? latent : new float[0], latentPath);
    }
}
