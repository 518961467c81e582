package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.probe.LatentGramMatrix;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentDirection;

/**
 * Principal directions of a generator's latent space. Immutable by convention, any thread.
 *
 * @param directions by falling share of the variance
 * @param range distance in both directions of the two strongest at which images differ visibly, in sigma
 * @param step training step of the generator
 */
public record LatentAnalysis(List<LatentDirection> directions, double range, long step) {

    private static final int MAX_DIRECTIONS = 32;

    /** A direction that explains less than so many times the mean share is not stronger than the others. */
    private static final double FLAT = 2;

    /** Below that, an eigenvalue is rounding error. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double USUAL_RANGE = 2;
    private static final double MAP_DONE = 0.2;
    private static final double DIRECTIONS_DONE = 0.4;

    /**
     * Analysis of w where the generator has styles, else of the layers before the first activation: the eigenvectors of their Gram matrix
     * ({@link LatentGramMatrix}) are the directions in which their output varies most. Without weights or latents there are none.
     *
     * @param progress receives the fraction done, 0 to 1
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public static LatentAnalysis of(AnalyzedGenerator generator, SearchBudget budget, DoubleConsumer progress) {
        if (generator.state().arrays().isEmpty() || !generator.spec().game().takesLatents()) {
            return new LatentAnalysis(List.of(), USUAL_RANGE, generator.state().step());
        }
        try (GeneratorProbe probe = generator.open()) {
            if (probe.spec().generator().hasStyles()) {
                return ofStyles(probe, generator.state().step(), budget, progress);
            }
            double[][] gram = LatentGramMatrix.of(probe, budget::throttle);
            progress.accept(MAP_DONE);
            List<LatentDirection> directions = directions(gram);
            budget.throttle();
            progress.accept(DIRECTIONS_DONE);
            double range = VisibleRange.of(
                    probe,
                    directions.stream().limit(2).toList(),
                    budget,
                    share -> progress.accept(DIRECTIONS_DONE + share * (1 - DIRECTIONS_DONE)));
            return new LatentAnalysis(directions, range, generator.state().step());
        }
    }

    /**
     * Principal components of w over the seeded latents (H&auml;rk&ouml;nen et al. 2020, section 3.1): the eigenvectors of
     * the covariance of their styles. A direction is kept by its scores, the styles' places along it.
     */
    private static LatentAnalysis ofStyles(
            GeneratorProbe probe, long step, SearchBudget budget, DoubleConsumer progress) {
        StyleComponents components = StyleComponents.of(probe.seededStyles(), StyleEdits.SEEDS, MAX_DIRECTIONS);
        budget.throttle();
        progress.accept(DIRECTIONS_DONE);
        List<LatentDirection> directions = components.directions();
        double range = VisibleRange.of(
                probe,
                directions.stream().limit(2).toList(),
                budget,
                share -> progress.accept(DIRECTIONS_DONE + share * (1 - DIRECTIONS_DONE)));
        return new LatentAnalysis(directions, range, step);
    }

    private static List<LatentDirection> directions(double[][] gram) {
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(gram));
        double[] variances = eigen.getRealEigenvalues();
        double total = 0;
        for (double variance : variances) {
            total += Math.max(0, variance);
        }
        List<LatentDirection> directions = new ArrayList<>();
        for (int k = 0; k < Math.min(MAX_DIRECTIONS, variances.length); k++) {
            if (variances[k] > NEGLIGIBLE * total) {
                double[] vector = eigen.getEigenvector(k).toArray();
                directions.add(new LatentDirection("", unit(vector), variances[k] / total));
            }
        }
        return directions;
    }

    /** The vector at length 1. It has no sign of its own: the largest entry is positive, so that a second analysis agrees. */
    static float[] unit(double[] vector) {
        double square = 0;
        double largest = 0;
        for (double value : vector) {
            square += value * value;
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double scale = Math.signum(largest) / Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] * scale);
        }
        return unit;
    }

    /**
     * Whether no direction stands out: the strongest explains less than twice as much as a direction does on average.
     *
     * @param latentDim number of latent dimensions
     */
    public static boolean isFlat(List<LatentDirection> directions, int latentDim) {
        return !directions.isEmpty() && directions.get(0).share() < FLAT / latentDim;
    }
}
