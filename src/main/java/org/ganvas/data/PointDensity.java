package org.ganvas.data;

/** Probability density of 2-D points in closed form. Immutable; any thread. */
public interface PointDensity {

    /**
     * Density at a point, after each point of the distribution was moved by normal noise.
     *
     * @param noise standard deviation of the noise in each coordinate; 0 for the distribution as it is
     */
    double density(double x, double y, double noise);

    /** {@link #density} at each point of a lattice. */
    default float[] densities(PointLattice lattice, double noise) {
        float[] densities = new float[lattice.size()];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = (float) density(lattice.x(i % lattice.columns()), lattice.y(i / lattice.columns()), noise);
        }
        return densities;
    }

    /** Density of the points after a similarity of the plane; each point's mass stays, so densities fall as areas grow. */
    default PointDensity mapped(SimilarityTransform by) {
        SimilarityTransform back = by.inverse();
        double scale = by.scale();
        return (x, y, noise) -> density(back.mappedX(x, y), back.mappedY(x, y), noise / scale) / (scale * scale);
    }
}
