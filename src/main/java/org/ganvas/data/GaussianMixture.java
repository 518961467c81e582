package org.ganvas.data;

import java.util.List;

/**
 * Mixture of isotropic 2-D Gaussians of equal weight and equal sigma. Immutable; any thread.
 *
 * @param centres of the modes, at least one
 * @param sigma standard deviation of each coordinate, more than 0
 */
public record GaussianMixture(List<Centre> centres, double sigma) implements PointDensity {

    /** A point in double precision. */
    public record Centre(double x, double y) {}

    public GaussianMixture {
        centres = List.copyOf(centres);
        if (centres.isEmpty() || !(sigma > 0)) {
            throw new IllegalArgumentException("A mixture has at least one mode, and they are wider than 0.");
        }
    }

    /** Index of the centre nearest to a point; 0 if a coordinate is not a number. */
    public int nearestMode(double x, double y) {
        int best = 0;
        for (int i = 1; i < centres.size(); i++) {
            if (squaredDistance(i, x, y) < squaredDistance(best, x, y)) {
                best = i;
            }
        }
        return best;
    }

    /** Distance from a centre to a point, in units of sigma. */
    public double distanceInSigmas(int centre, double x, double y) {
        return Math.sqrt(squaredDistance(centre, x, y)) / sigma;
    }

    @Override
    public double density(double x, double y, double noise) {
        double variance = sigma * sigma + noise * noise;
        double sum = 0;
        for (int i = 0; i < centres.size(); i++) {
            sum += Math.exp(-squaredDistance(i, x, y) / (2 * variance));
        }
        return sum / (2 * Math.PI * variance * centres.size());
    }

    @Override
    public GaussianMixture mapped(SimilarityTransform by) {
        return new GaussianMixture(
                centres.stream()
                        .map(at -> new Centre(by.mappedX(at.x(), at.y()), by.mappedY(at.x(), at.y())))
                        .toList(),
                sigma * by.scale());
    }

    private double squaredDistance(int centre, double x, double y) {
        double dx = x - centres.get(centre).x();
        double dy = y - centres.get(centre).y();
        return dx * dx + dy * dy;
    }
}
