package org.ganvas.session.inspect;

/**
 * D as a function of the plane at one step, and the force of G's loss on generated points. Immutable, any thread.
 *
 * @param request that it answers
 * @param logits D's logit at each point of the lattice, row by row from the top; not to be changed
 * @param neutral logit of a point that D takes for neither: that of the equilibrium; for a critic, whose zero means
 *     nothing, half way between its mean on real and on generated points
 * @param places x and y of each generated point with an arrow, in turn; not to be changed
 * @param forces direction of each: minus the gradient of G's loss by that point, times the number of points; not to be
 *     changed
 */
public record PointField(PointFieldRequest request, float[] logits, double neutral, float[] places, float[] forces) {

    /** D's logit at a place, bilinear between the lattice points; NaN outside the lattice. */
    public double at(double x, double y) {
        return request.lattice().interpolate(logits, x, y);
    }
}
