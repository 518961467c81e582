package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.LatentSampling;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.render.LatentRequest;

/**
 * Latents of seeds, and requests for rows of them. Pure, any thread.
 *
 * @param spec of the generator
 * @param truncation bound of every component; those beyond are resampled (Brock et al. 2018, arXiv:1809.11096); infinite for
 *     none
 */
public record SeedLatents(GanSpec spec, double truncation) {

    /** The smallest truncation; below it nearly every sample is rejected. */
    public static final double MIN_TRUNCATION = 0.05;

    /** A row of consecutive seeds, without classes. */
    public LatentRequest row(long seed, int count, boolean averaged) {
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            latents.add(latent(seed + i));
        }
        return new LatentRequest(latents, Collections.nCopies(count, 0), averaged);
    }

    /** A row of one seed's latent in every class. */
    public LatentRequest classes(long seed, int count, boolean averaged) {
        return classes(latent(seed), count, averaged);
    }

    /** A row of the same latent in every class. */
    public LatentRequest classes(float[] latent, int count, boolean averaged) {
        List<Integer> labels =
                IntStream.range(0, count).map(i -> i % spec.classes()).boxed().toList();
        return new LatentRequest(Collections.nCopies(count, latent), labels, averaged);
    }

    /** The truncated latent of a seed. */
    public float[] latent(long seed) {
        float[] latent =
                LatentSampling.ofSeed(seed, spec.latentDim(), spec.game().prior());
        SeededRandomStream resampling = new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, 1);
        for (int i = 0; i < latent.length; i++) {
            while (Math.abs(latent[i]) > truncation) {
                latent[i] = (float) spec.game().prior().draw(resampling);
            }
        }
        return latent;
    }
}
