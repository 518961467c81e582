package org.ganvas.engine.spec;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one latent dimension is. Immutable; any thread.
 *
 * @param role what it is there for
 * @param number counted from 1 among those of its role
 */
public record LatentDimension(Role role, int number) {

    /** What a dimension is there for. */
    public enum Role {
        /** Noise without a meaning of its own. */
        NOISE,
        /** A continuous code of InfoGAN, which D has to find again (Chen et al. 2016, 1606.03657). */
        CODE
    }

    /** Those of a generator, in the order of its latent: the codes stand at the end. */
    public static List<LatentDimension> of(GanSpec spec) {
        int noise = spec.latentDim() - spec.codes();
        return IntStream.range(0, spec.latentDim())
                .mapToObj(i -> i < noise
                        ? new LatentDimension(Role.NOISE, i + 1)
                        : new LatentDimension(Role.CODE, i - noise + 1))
                .toList();
    }
}
