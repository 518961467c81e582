package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

    @Test
    void gaussiansOfALineAreAsFarAsTheClosedFormSays() {
        // (0 - 0.5)^2 + (2 - 3)^2
        FeatureMoments narrow = new FeatureMoments(new double[] {0}, new double[][] {{4}});
        FeatureMoments wide = new FeatureMoments(new double[] {0.5}, new double[][] {{9}});
        assertEquals(1.25, FrechetDistance.of(narrow, wide), 1e-12);
        assertEquals(1.25, FrechetDistance.of(wide, narrow), 1e-12);
    }

    @Test
    void covariancesThatDoNotCommuteFollowTheFormulaOfTwoByTwo() {
        double[][] a = {{2, 0.8}, {0.8, 1}};
        double[][] b = {{1, -0.6}, {-0.6, 3}};
        double trace = a[0][0] * b[0][0] + 2 * a[0][1] * b[0][1] + a[1][1] * b[1][1];
        double determinants = (2 - 0.64) * (3 - 0.36);
        // Of a 2x2 matrix M: (Tr M^1/2)^2 = Tr M + 2 det(M)^1/2.
        double expected = 2 + 1 + 1 + 3 - 2 * Math.sqrt(trace + 2 * Math.sqrt(determinants));
        double[] origin = {0, 0};
        assertEquals(expected, FrechetDistance.of(new FeatureMoments(origin, a), new FeatureMoments(origin, b)), 1e-12);
    }

    @Test
    void aSetIsNoDistanceFromItself() {
        FeatureMatrix rows = FeatureSamples.gaussian(300, 32, 1);
        assertEquals(0, FrechetDistance.of(rows, rows), 1e-10);
    }

    @Test
    void rotatingBothSetsChangesNothing() {
        FeatureMatrix a = FeatureSamples.gaussian(200, 2, 2);
        FeatureMatrix b = stretched(FeatureSamples.gaussian(200, 2, 3));
        double distance = FrechetDistance.of(a, b);
        assertEquals(distance, FrechetDistance.of(turned(a, 0.7), turned(b, 0.7)), 1e-5);
        // But turning one of two equal sets that are no circles does.
        assertTrue(FrechetDistance.of(b, turned(b, 0.7)) > 0.5);
    }

    @Test
    void singularCovariancesAreAllowed() {
        // Along (0.6, 0.8) these are N(0, 4) and N(0.5, 9); across it nothing varies.
        double[][] line = {{0.36, 0.48}, {0.48, 0.64}};
        FeatureMoments narrow = new FeatureMoments(new double[] {0, 0}, times(line, 4));
        FeatureMoments wide = new FeatureMoments(new double[] {0.3, 0.4}, times(line, 9));
        assertEquals(1.25, FrechetDistance.of(narrow, wide), 1e-7);
    }

    @Test
    void twoSamplesOfOneDistributionScoreTheExpectedBias() {
        int width = 24;
        int count = 400;
        double mean = 0;
        for (int i = 0; i < 8; i++) {
            mean += FrechetDistance.of(
                            FeatureSamples.gaussian(count, width, 10 + 2 * i),
                            FeatureSamples.gaussian(count, width, 11 + 2 * i))
                    / 8;
        }
        // The expected distance of two samples of N(0, I): the estimate is biased upwards.
        double expected = 2.0 * width / count + (double) width * width / (2.0 * count);
        assertEquals(expected, mean, 0.1 * expected);
    }

    @Test
    void momentsAreUnbiased() {
        FeatureMoments moments = FeatureMoments.of(new FeatureMatrix(new float[] {1, 0, 3, 4, 5, -1}, 2));
        assertArrayEquals(new double[] {3, 1}, moments.mean(), 1e-12);
        assertArrayEquals(new double[] {4, -1}, moments.covariance()[0], 1e-12);
        assertArrayEquals(new double[] {-1, 7}, moments.covariance()[1], 1e-12);
        assertThrows(IllegalArgumentException.class, () -> FeatureMoments.of(new FeatureMatrix(new float[2], 2)));
    }

    @Test
    void eigenvaluesAndVectorsRebuildTheMatrix() {
        double[][] covariance =
                FeatureMoments.of(FeatureSamples.gaussian(30, 40, 4)).covariance();
        SymmetricEigensolver eigen = SymmetricEigensolver.of(covariance);
        for (int r = 0; r < 40; r++) {
            for (int c = 0; c < 40; c++) {
                double rebuilt = 0;
                double product = 0;
                for (int i = 0; i < 40; i++) {
                    rebuilt += eigen.values()[i] * eigen.vectors()[i][r] * eigen.vectors()[i][c];
                    product += eigen.vectors()[r][i] * eigen.vectors()[c][i];
                }
                assertEquals(covariance[r][c], rebuilt, 1e-12);
                assertEquals(r == c ? 1 : 0, product, 1e-12);
            }
        }
        // 30 rows less their mean span 29 dimensions.
        assertEquals(
                11,
                java.util.Arrays.stream(eigen.values())
                        .filter(value -> Math.abs(value) < 1e-12)
                        .count());
    }

    @Test
    void differentWidthsAreRefused() {
        FeatureMatrix two = FeatureSamples.gaussian(9, 2, 1);
        FeatureMatrix three = FeatureSamples.gaussian(9, 3, 1);
        assertThrows(IllegalArgumentException.class, () -> FrechetDistance.of(two, three));
    }

    private static double[][] times(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix.length; c++) {
                scaled[r][c] = factor * matrix[r][c];
            }
        }
        return scaled;
    }

    private static FeatureMatrix stretched(FeatureMatrix rows) {
        float[] values = rows.values().clone();
        for (int i = 0; i < values.length; i += 2) {
            values[i] = 3 * values[i] + 1;
        }
        return new FeatureMatrix(values, 2);
    }

    private static FeatureMatrix turned(FeatureMatrix rows, double angle) {
        float[] values = new float[rows.values().length];
        for (int i = 0; i < values.length; i += 2) {
            double x = rows.values()[i];
            double y = rows.values()[i + 1];
            values[i] = (float) (Math.cos(angle) * x - Math.sin(angle) * y);
            values[i + 1] = (float) (Math.sin(angle) * x + Math.cos(angle) * y);
        }
        return new FeatureMatrix(values, 2);
    }
}
