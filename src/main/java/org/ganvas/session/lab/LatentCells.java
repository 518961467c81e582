package org.ganvas.session.lab;

import org.ganvas.data.LatentPrior;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;

/** Latents that divide the prior into cells of equal mass. Pure functions; any thread. */
final class LatentCells {

    /** Probability beyond the outermost corners, which would lie at infinity. */
    private static final double TAIL = 5e-4;

    /** Standard deviation of the weighted latents. */
    private static final double STRETCH = 1.6;

    private LatentCells() {}

    /**
     * Corners of cells, one row of cells after the other.
     *
     * @param dimensions 1 or 2
     * @param cells along each dimension
     * @return {@code cells + 1} numbers for one dimension, {@code (cells + 1)²} pairs for two
     */
    static float[] corners(LatentPrior prior, int dimensions, int cells) {
        float[] edges = new float[cells + 1];
        for (int i = 0; i <= cells; i++) {
            edges[i] = (float) quantile(prior, Math.max(TAIL, Math.min(1 - TAIL, (double) i / cells)));
        }
        return dimensions == 1 ? edges : pairs(edges);
    }

    /**
     * Latents that stand for the prior: in one and two dimensions the quantiles at the points of Hammersley (1960), which
     * are much more even than random ones; random ones in more dimensions.
     */
    static float[] representatives(GanSpec spec, int count, long seed) {
        return quantiles(spec, count, seed, 1);
    }

    /**
     * Latents with weights that stand for the prior. In one and two dimensions of a Gaussian one they are spread more widely
     * than it, so that places with few points are known as well.
     *
     * @param latents row after row
     * @param weights one a latent, 1 on average
     */
    record Weighted(float[] latents, float[] weights) {}

    static Weighted weighted(GanSpec spec, int count, long seed) {
        // A uniform prior has no thin tails to know better.
        double stretch = spec.latentDim() > 2 || spec.game().prior() == LatentPrior.UNIFORM ? 1 : STRETCH;
        float[] latents = quantiles(spec, count, seed, stretch);
        float[] weights = new float[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double square = 0;
            for (int d = 0; d < spec.latentDim(); d++) {
                double z = latents[i * spec.latentDim() + d];
                square += z * z;
            }
            // The prior's density by that of the wider distribution, up to a constant.
            weights[i] = (float) Math.exp(-square / 2 * (1 - 1 / (stretch * stretch)));
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] *= (float) (count / sum);
        }
        return new Weighted(latents, weights);
    }

    private static float[] quantiles(GanSpec spec, int count, long seed, double stretch) {
        int dimensions = spec.latentDim();
        LatentPrior prior = spec.game().prior();
        float[] latents = new float[count * dimensions];
        if (dimensions > 2) {
            prior.fill(new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, -1), latents);
            return latents;
        }
        for (int i = 0; i < count; i++) {
            latents[dimensions * i] = (float) (stretch * quantile(prior, (i + 0.5) / count));
            if (dimensions == 2) {
                // The bits of the index in reverse order, as a fraction; half a step keeps it from 0.
                double reversed = (Integer.reverse(i) & 0xFFFF_FFFFL) / 0x1p32;
                latents[2 * i + 1] = (float) (stretch * quantile(prior, reversed + 0.5 / count));
            }
        }
        return latents;
    }

    private static double quantile(LatentPrior prior, double share) {
        return prior == LatentPrior.UNIFORM ? 2 * share - 1 : NormalQuantiles.at(share);
    }

    private static float[] pairs(float[] values) {
        float[] pairs = new float[2 * values.length * values.length];
        for (int i = 0; i < values.length * values.length; i++) {
            pairs[2 * i] = values[i % values.length];
            pairs[2 * i + 1] = values[i / values.length];
        }
        return pairs;
    }
}
