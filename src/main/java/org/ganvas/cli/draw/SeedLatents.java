package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.Latents;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.render.LatentRequest;

/**
 * Rows of latents that seeds stand for. Pure, any thread.
 *
 * @param spec of the generator
 * @param truncation components further from 0 are drawn again (Brock et al. 2018, 1809.11096); infinite for none
 */
public record SeedLatents(GanSpec spec, double truncation) {

    /** Below this nearly every draw would be thrown away. */
    public static final double LEAST_TRUNCATION = 0.05;

    /** A row of as many seeds in succession, without classes. */
    public LatentRequest row(long seed, int count, boolean averaged) {
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            latents.add(latent(seed + i));
        }
        return new LatentRequest(latents, Collections.nCopies(count, 0), averaged);
    }

    /** A row of the same latent in every class. */
    public LatentRequest classes(long seed, int count, boolean averaged) {
        return classes(latent(seed), count, averaged);
    }

    /** A row of the same latent in every class. */
    public LatentRequest classes(float[] latent, int count, boolean averaged) {
        List<Integer> labels =
                IntStream.range(0, count).map(i -> i % spec.classes()).boxed().toList();
        return new LatentRequest(Collections.nCopies(count, latent), labels, averaged);
    }

    public float[] latent(long seed) {
        float[] latent = Latents.ofSeed(seed, spec.latentDim());
        RandomStream again = new RandomStream(seed, Purpose.EXPLORE_LATENT, 1);
        for (int i = 0; i < latent.length; i++) {
            while (Math.abs(latent[i]) > truncation) {
                latent[i] = (float) again.nextGaussian();
            }
        }
        return latent;
    }
}
