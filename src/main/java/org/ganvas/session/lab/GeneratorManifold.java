package org.ganvas.session.lab;

import org.ganvas.engine.probe.GeneratorProbe;
import org.jspecify.annotations.Nullable;

/**
 * What G makes of the plane of latents: the corners of cells that have equal mass under the prior. With latents of one
 * dimension it is a curve. Immutable, any thread.
 *
 * @param dimensions 1 or 2
 * @param cells along each dimension
 * @param corners x and y of each corner in turn, one row of corners after the other; not to be changed
 */
public record GeneratorManifold(int dimensions, int cells, float[] corners) {

    /** Cells along each of two dimensions. */
    private static final int SIDE = 64;

    /** Pieces of a curve. */
    private static final int PIECES = 256;

    /** The manifold of a generator; null where its latents have more than two dimensions. */
    static @Nullable GeneratorManifold of(GeneratorProbe generator) {
        int dimensions = generator.spec().latentDim();
        if (dimensions > 2) {
            return null;
        }
        int cells = dimensions == 1 ? PIECES : SIDE;
        float[] latents = LatentCells.corners(generator.spec().game().prior(), dimensions, cells);
        return new GeneratorManifold(
                dimensions, cells, generator.generate(latents, new int[latents.length / dimensions]));
    }

    /** Share of the prior in each cell. */
    public double massOfCell() {
        return 1.0 / (dimensions == 1 ? cells : (long) cells * cells);
    }
}
