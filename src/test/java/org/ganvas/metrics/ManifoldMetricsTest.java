package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ManifoldMetricsTest {

    @Test
    void itIsWhatTheDefinitionsSayPairByPair() {
        FeatureMatrix real = FeatureSamples.gaussian(90, 3, 1);
        FeatureMatrix evaluated = FeatureSamples.moved(FeatureSamples.gaussian(70, 3, 2), 0.5);
        assertEquals(definition(evaluated, real, 5), ManifoldMetrics.of(evaluated, real, 5));
        ManifoldMetrics three = definition(evaluated, real, 3);
        ManifoldMetrics usual = ManifoldMetrics.of(evaluated, real);
        assertEquals(three.precision(), usual.precision());
        assertEquals(three.recall(), usual.recall());
        assertEquals(definition(evaluated, real, 5).coverage(), usual.coverage());
    }

    @Test
    void theBlockSizeDoesNotMatter() {
        // More rows than a block holds, and not a whole number of blocks.
        FeatureMatrix real = FeatureSamples.gaussian(1100, 2, 3);
        FeatureMatrix evaluated = FeatureSamples.moved(FeatureSamples.gaussian(1050, 2, 4), 0.3);
        assertEquals(definition(evaluated, real, 3), ManifoldMetrics.of(evaluated, real, 3));
    }

    /** Naeem et al. publish a self-test with N(0, I) against itself; here it is smaller, against what is expected. */
    @Test
    void samplesOfOneDistributionMeetTheExpectedCoverageAndDensity() {
        ManifoldMetrics manifolds =
                ManifoldMetrics.of(FeatureSamples.gaussian(2000, 24, 5), FeatureSamples.gaussian(2000, 24, 6), 5);
        assertEquals(ManifoldMetrics.expectedCoverage(2000, 2000, 5), manifolds.coverage(), 0.015);
        assertEquals(1, manifolds.density(), 0.06);
        assertEquals(manifolds.precision(), manifolds.recall(), 0.04);
    }

    @Test
    void theExpectedCoverageIsThePublishedOne() {
        assertEquals(0.96877, ManifoldMetrics.expectedCoverage(10_000, 10_000, 5), 1e-5);
        // One real neighbour among two, two evaluated: 1 - (2 - 1) / (2 + 2 - 1).
        assertEquals(2.0 / 3, ManifoldMetrics.expectedCoverage(2, 2, 1), 1e-12);
    }

    @Test
    void aSetLiesInItselfExactly() {
        FeatureMatrix rows = FeatureSamples.gaussian(200, 4, 7);
        // Each ball holds its own centre and all but the last of its k neighbours: k rows.
        assertEquals(new ManifoldMetrics(1, 1, 1, 1), ManifoldMetrics.of(rows, rows, 5));
    }

    @Test
    void distantSetsDoNotOverlap() {
        FeatureMatrix rows = FeatureSamples.gaussian(100, 4, 8);
        assertEquals(new ManifoldMetrics(0, 0, 0, 0), ManifoldMetrics.of(FeatureSamples.moved(rows, 50), rows));
    }

    @Test
    void aMissingModeLowersRecallAndCoverageAndNotPrecision() {
        FeatureMatrix mode = FeatureSamples.gaussian(200, 4, 9);
        FeatureMatrix other = FeatureSamples.moved(FeatureSamples.gaussian(200, 4, 10), 20);
        FeatureMatrix real = both(mode, other);
        FeatureMatrix evaluated = both(FeatureSamples.gaussian(200, 4, 11), FeatureSamples.gaussian(200, 4, 12));
        ManifoldMetrics manifolds = ManifoldMetrics.of(evaluated, real);
        assertTrue(manifolds.precision() > 0.85, manifolds.toString());
        assertTrue(manifolds.recall() <= 0.5, manifolds.toString());
        assertTrue(manifolds.coverage() <= 0.5, manifolds.toString());
    }

    @Test
    void copiesOfTrainingImagesAreNoDistanceFromThem() {
        FeatureMatrix training = FeatureSamples.gaussian(1500, 16, 13);
        assertEquals(
                0,
                NearestNeighbourSearch.among(training.firstRows(100), training, 1)
                        .medianNearest());
        FeatureMatrix few = new FeatureMatrix(new float[] {0, 3, 10}, 1);
        FeatureMatrix others = new FeatureMatrix(new float[] {1, 5, 6}, 1);
        // 1, 2 and 4 from the nearest.
        assertEquals(2, NearestNeighbourSearch.among(few, others, 1).medianNearest(), 1e-12);
        assertEquals(
                1.5, NearestNeighbourSearch.among(few.firstRows(2), others, 1).medianNearest(), 1e-12);
    }

    private static FeatureMatrix both(FeatureMatrix a, FeatureMatrix b) {
        float[] values = Arrays.copyOf(a.values(), a.values().length + b.values().length);
        System.arraycopy(b.values(), 0, values, a.values().length, b.values().length);
        return new FeatureMatrix(values, a.width());
    }

    private static ManifoldMetrics definition(FeatureMatrix evaluated, FeatureMatrix real, int k) {
        double[] realRadii = radii(real, k);
        double[] evaluatedRadii = radii(evaluated, k);
        double inside = 0;
        double balls = 0;
        double recalled = 0;
        double covered = 0;
        for (int j = 0; j < evaluated.count(); j++) {
            boolean any = false;
            for (int i = 0; i < real.count(); i++) {
                boolean in = FeatureSamples.squaredDistance(evaluated, j, real, i) < realRadii[i];
                any |= in;
                balls += in ? 1 : 0;
            }
            inside += any ? 1 : 0;
        }
        for (int i = 0; i < real.count(); i++) {
            boolean recall = false;
            boolean cover = false;
            for (int j = 0; j < evaluated.count(); j++) {
                double squared = FeatureSamples.squaredDistance(evaluated, j, real, i);
                recall |= squared < evaluatedRadii[j];
                cover |= squared < realRadii[i];
            }
            recalled += recall ? 1 : 0;
            covered += cover ? 1 : 0;
        }
        return new ManifoldMetrics(
                inside / evaluated.count(),
                recalled / real.count(),
                balls / k / evaluated.count(),
                covered / real.count());
    }

    /** The sorted row holds the row itself in front. */
    private static double[] radii(FeatureMatrix rows, int k) {
        double[] radii = new double[rows.count()];
        for (int i = 0; i < radii.length; i++) {
            double[] distances = new double[rows.count()];
            for (int j = 0; j < distances.length; j++) {
                distances[j] = FeatureSamples.squaredDistance(rows, i, rows, j);
            }
            Arrays.sort(distances);
            radii[i] = distances[k];
        }
        return radii;
    }
}
