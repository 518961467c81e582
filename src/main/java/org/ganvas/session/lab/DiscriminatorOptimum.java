package org.ganvas.session.lab;

import org.ganvas.data.PointLattice;

/**
 * The best D there could be against the present G, in closed form from both densities (Goodfellow 2014, proposition 1, and
 * likewise for the other losses), without the penalties of regularizers. Immutable, any thread.
 *
 * @param lattice over the data and what surrounds it
 * @param real density of the data at each lattice point; not to be changed
 * @param fake density of G's points at each; not to be changed
 * @param best D's best output at each; empty where the loss has none; not to be changed
 * @param width of the kernels by which both densities are widened
 * @param closedForm whether the data's density is known exactly and not estimated
 * @param loss of D on samples
 * @param bestLoss of the best D on the same, at most D's own: wide kernels hide differences that D sees; NaN where there is
 *     none
 */
public record DiscriminatorOptimum(
        PointLattice lattice,
        float[] real,
        float[] fake,
        float[] best,
        double width,
        boolean closedForm,
        double loss,
        double bestLoss) {

    /** Density, times the area, below which a place counts as empty. */
    private static final double EMPTY = 1e-3;

    public DiscriminatorOptimum {
        bestLoss = Math.min(bestLoss, loss);
    }

    /** Whether the loss determines a best D. */
    public boolean exists() {
        return best.length > 0;
    }

    /** Whether there are so few points of both kinds that D may answer anything. */
    public boolean isEmptyAt(int index) {
        return real[index] + fake[index]
                < EMPTY / (lattice.bounds().width() * lattice.bounds().height());
    }
}
