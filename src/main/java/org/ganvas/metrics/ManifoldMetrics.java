package org.ganvas.metrics;

/**
 * Metrics of the overlap of two manifolds, each estimated by balls around the rows of features that reach the k-th nearest
 * row: improved precision and recall (Kynk&auml;&auml;nniemi et al. 2019, 1904.06991), density and coverage (Naeem et
 * al. 2020, 2002.09797). Immutable; any thread.
 *
 * @param precision share of evaluated images inside a ball of a real one
 * @param recall share of real images inside a ball of an evaluated one
 * @param density balls of real images around an evaluated one, divided by k: 1 on average for equal distributions
 * @param coverage share of real images with an evaluated one in their ball
 */
public record ManifoldMetrics(double precision, double recall, double density, double coverage) {

    /** Number of nearest rows, k, for precision and recall, as in their paper. */
    public static final int MANIFOLD_NEIGHBOURS = 3;

    /** Number of nearest rows, k, for density and coverage, as in their paper. */
    public static final int DENSITY_NEIGHBOURS = 5;

    /** Metrics with the papers' numbers of neighbours. */
    public static ManifoldMetrics of(FeatureMatrix evaluated, FeatureMatrix real) {
        int most = Math.max(MANIFOLD_NEIGHBOURS, DENSITY_NEIGHBOURS);
        return of(evaluated, real, NearestNeighbourSearch.within(real, most), MANIFOLD_NEIGHBOURS, DENSITY_NEIGHBOURS);
    }

    /** Metrics with one number of neighbours for all four. */
    public static ManifoldMetrics of(FeatureMatrix evaluated, FeatureMatrix real, int neighbours) {
        return of(evaluated, real, NearestNeighbourSearch.within(real, neighbours), neighbours, neighbours);
    }

    static ManifoldMetrics of(
            FeatureMatrix evaluated,
            FeatureMatrix real,
            NearestNeighbourSearch ofReal,
            int forManifold,
            int forDensity) {
        NearestNeighbourSearch ofEvaluated = NearestNeighbourSearch.within(evaluated, forManifold);
        boolean[] inside = new boolean[evaluated.count()];
        boolean[] recalled = new boolean[real.count()];
        boolean[] covered = new boolean[real.count()];
        long[] balls = new long[1];
        PairwiseDistanceBlocks.forEachRun(real, evaluated, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                inside[from + j] |= squared[j] < ofReal.radius(i, forManifold);
                recalled[i] |= squared[j] < ofEvaluated.radius(from + j, forManifold);
                if (squared[j] < ofReal.radius(i, forDensity)) {
                    balls[0]++;
                    covered[i] = true;
                }
            }
        });
        double density = (double) balls[0] / forDensity / evaluated.count();
        return new ManifoldMetrics(share(inside), share(recalled), density, share(covered));
    }

    /** Expected coverage of equal distributions: 1 - the product over i = 1..k of (N - i) / (M + N - i). */
    public static double expectedCoverage(int real, int evaluated, int neighbours) {
        double missed = 1;
        for (int i = 1; i <= neighbours; i++) {
            missed *= (double) (real - i) / (evaluated + real - i);
        }
        return 1 - missed;
    }

    private static double share(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return (double) count / flags.length;
    }
}
