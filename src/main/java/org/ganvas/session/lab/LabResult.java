package org.ganvas.session.lab;

import org.ganvas.data.PointLattice;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SimilarityTransform;
import org.jspecify.annotations.Nullable;

/**
 * The game at one step. Immutable, any thread.
 *
 * @param run number of the run
 * @param step of the weights
 * @param request that it answers
 * @param generated x and y of each point of the fixed latents in turn; not to be changed
 * @param real points of the data in that step
 * @param field D as a function of the plane; null where it was not requested or there is none
 * @param forces on points; null where they were not requested or there are none
 * @param manifold of G; null where it was not requested or the latents have more than two dimensions
 * @param optimum the best D; null where it was not requested or is not known yet
 * @param neurons units of one network; null where they were not requested or the network has no maps
 */
public record LabResult(
        int run,
        long step,
        LabRequest request,
        float[] generated,
        RealPoints real,
        @Nullable Field field,
        @Nullable Forces forces,
        @Nullable GeneratorManifold manifold,
        @Nullable DiscriminatorOptimum optimum,
        @Nullable NeuronMaps neurons) {

    /**
     * Real points that are shown.
     *
     * @param still x and y of each in turn, at their own place: the same array as long as the data is; not to be changed
     * @param place where the data was in the step
     * @param points the same there; not to be changed
     * @param transform to the user's units
     * @param ofStep whether they are of the data of the step; false where that is not known any more
     */
    public record RealPoints(
            float[] still, SimilarityTransform place, float[] points, PointTransform transform, boolean ofStep) {}

    /**
     * D on a lattice.
     *
     * @param lattice over the requested area
     * @param logits one for each point; not to be changed
     * @param neutral logit of a point that D takes for neither: that of the equilibrium; for a critic, whose zero means
     *     nothing, half way between its mean on real and on generated points
     */
    public record Field(PointLattice lattice, float[] logits, double neutral) {}

    /**
     * Force of G's loss: minus its gradient by each point, times the number of points.
     *
     * @param places x and y of each point in turn; not to be changed
     * @param directions x and y of each force in turn; not to be changed
     */
    public record Forces(float[] places, float[] directions) {}
}
