package org.ganvas.engine.spec;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Role of one latent dimension. Immutable; any thread.
 *
 * @param role what it stands for
 * @param number counted from 1 among those of its role
 */
public record LatentDimension(Role role, int number) {

    /** Roles of dimensions. */
    public enum Role {
        /** Noise without a meaning of its own. */
        NOISE,
        /** A continuous code of InfoGAN, which D predicts (Chen et al. 2016, 1606.03657). */
        CODE
    }

    /** Dimensions of the latent of G in their order: the codes are at the end. */
    public static List<LatentDimension> of(GanSpec spec) {
        int noise = spec.latentDim() - spec.codes();
        return IntStream.range(0, spec.latentDim())
                .mapToObj(i -> i < noise
                        ? new LatentDimension(Role.NOISE, i + 1)
                        : new LatentDimension(Role.CODE, i - noise + 1))
                .toList();
    }
}
