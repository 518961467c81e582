package org.ganvas.session.lab;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;

/** Latents that divide the prior into cells of equal mass. Pure functions; any thread. */
final class LatentCells {

    /** Probability beyond the outermost corners, which would lie at infinity. */
    private static final double TAIL = 5e-4;

    private LatentCells() {}

    /**
     * Corners of cells, one row of cells after the other.
     *
     * @param dimensions 1 or 2
     * @param cells along each dimension
     * @return {@code cells + 1} numbers for one dimension, {@code (cells + 1)²} pairs for two
     */
    static float[] corners(int dimensions, int cells) {
        float[] edges = new float[cells + 1];
        for (int i = 0; i <= cells; i++) {
            edges[i] = (float) NormalQuantiles.at(Math.max(TAIL, Math.min(1 - TAIL, (double) i / cells)));
        }
        return dimensions == 1 ? edges : pairs(edges);
    }

    /**
     * Latents that stand for the prior: the middles of cells of equal mass in one and two dimensions, which are much more
     * even than random ones, and random ones in more.
     *
     * @param count at least; rounded up to a square in two dimensions
     */
    static float[] representatives(GanSpec spec, int count, long seed) {
        int dimensions = spec.latentDim();
        if (dimensions > 2) {
            float[] random = new float[count * dimensions];
            new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, -1).fillGaussian(random, 1);
            return random;
        }
        int cells = dimensions == 1 ? count : (int) Math.ceil(Math.sqrt(count));
        float[] middles = new float[cells];
        for (int i = 0; i < cells; i++) {
            middles[i] = (float) NormalQuantiles.at((i + 0.5) / cells);
        }
        return dimensions == 1 ? middles : pairs(middles);
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
