package org.ganvas.metrics;

/**
 * How two sets of features lie in one another, where each is taken for the balls around its rows that reach the k-th
 * neighbour: improved precision and recall (Kynk&auml;&auml;nniemi et al. 2019, 1904.06991), density and coverage (Naeem et
 * al. 2020, 2002.09797). Immutable; any thread.
 *
 * @param precision share of judged pictures inside a ball of a real one
 * @param recall share of real pictures inside a ball of a judged one
 * @param density balls of real pictures that a judged one lies in, divided by k: 1 on average for equal distributions
 * @param coverage share of real pictures with a judged one in their ball
 */
public record ManifoldMetrics(double precision, double recall, double density, double coverage) {

    /** Neighbours for precision and recall, as in their paper. */
    public static final int MANIFOLD_NEIGHBOURS = 3;

    /** Neighbours for density and coverage, as in theirs. */
    public static final int DENSITY_NEIGHBOURS = 5;

    /** With the papers' numbers of neighbours. */
    public static ManifoldMetrics of(FeatureMatrix judged, FeatureMatrix real) {
        int most = Math.max(MANIFOLD_NEIGHBOURS, DENSITY_NEIGHBOURS);
        return of(judged, real, NearestNeighbours.within(real, most), MANIFOLD_NEIGHBOURS, DENSITY_NEIGHBOURS);
    }

    /** With one number of neighbours for all four. */
    public static ManifoldMetrics of(FeatureMatrix judged, FeatureMatrix real, int neighbours) {
        return of(judged, real, NearestNeighbours.within(real, neighbours), neighbours, neighbours);
    }

    static ManifoldMetrics of(
            FeatureMatrix judged, FeatureMatrix real, NearestNeighbours ofReal, int forManifold, int forDensity) {
        NearestNeighbours ofJudged = NearestNeighbours.within(judged, forManifold);
        boolean[] inside = new boolean[judged.count()];
        boolean[] recalled = new boolean[real.count()];
        boolean[] covered = new boolean[real.count()];
        long[] balls = new long[1];
        DistanceBlocks.forEachRun(real, judged, (i, from, squared, count) -> {
            for (int j = 0; j < count; j++) {
                inside[from + j] |= squared[j] < ofReal.radius(i, forManifold);
                recalled[i] |= squared[j] < ofJudged.radius(from + j, forManifold);
                if (squared[j] < ofReal.radius(i, forDensity)) {
                    balls[0]++;
                    covered[i] = true;
                }
            }
        });
        double density = (double) balls[0] / forDensity / judged.count();
        return new ManifoldMetrics(share(inside), share(recalled), density, share(covered));
    }

    /** The coverage of equal distributions on average: 1 - the product over i = 1..k of (N - i) / (M + N - i). */
    public static double expectedCoverage(int real, int judged, int neighbours) {
        double missed = 1;
        for (int i = 1; i <= neighbours; i++) {
            missed *= (double) (real - i) / (judged + real - i);
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
