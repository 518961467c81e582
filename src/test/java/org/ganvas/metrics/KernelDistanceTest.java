package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IdentityHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {

    private static final Map<FeatureMatrix, FeatureMoments> MOMENTS = new IdentityHashMap<>();

    @Test
    void itIsTheUnbiasedEstimatorWrittenOutPairByPair() {
        FeatureMatrix evaluated = FeatureSamples.moved(FeatureSamples.gaussian(40, 3, 1), 0.4);
        FeatureMatrix real = FeatureSamples.gaussian(40, 3, 2);
        assertEquals(pairByPair(evaluated, real, 0, 40), KernelDistance.of(evaluated, real), 1e-6);
    }

    @Test
    void moreImagesAreAveragedOverBlocks() {
        FeatureMatrix evaluated = FeatureSamples.moved(FeatureSamples.gaussian(1200, 2, 3), 0.2);
        FeatureMatrix real = FeatureSamples.gaussian(1200, 2, 4);
        double expected = (pairByPair(evaluated, real, 0, 600) + pairByPair(evaluated, real, 600, 1200)) / 2;
        assertEquals(expected, KernelDistance.of(evaluated, real), 1e-6);
    }

    @Test
    void samplesOfOneDistributionScoreZeroOnAverage() {
        double sum = 0;
        int below = 0;
        for (int i = 0; i < 40; i++) {
            double value = KernelDistance.of(
                    FeatureSamples.gaussian(200, 8, 100 + i), FeatureSamples.gaussian(200, 8, 900 + i));
            sum += value;
            below += value < 0 ? 1 : 0;
        }
        double moved = KernelDistance.of(
                FeatureSamples.moved(FeatureSamples.gaussian(200, 8, 1), 0.3), FeatureSamples.gaussian(200, 8, 2));
        assertTrue(Math.abs(sum / 40) < 0.05 * moved, sum / 40 + " and " + moved);
        assertTrue(below >= 10 && below <= 30, "an unbiased estimate lies on both sides: " + below);
    }

    @Test
    void aColumnThatHardlyVariesDoesNotOutweighTheOthers() {
        FeatureMatrix real = FeatureSamples.gaussian(300, 4, 5);
        FeatureMatrix evaluated = FeatureSamples.moved(FeatureSamples.gaussian(300, 4, 6), 0.3);
        double usual = KernelDistance.of(evaluated, real);
        float[] quiet = real.values().clone();
        float[] firing = evaluated.values().clone();
        for (int i = 0; i < quiet.length; i += 4) {
            quiet[i] *= 1e-4f;
            firing[i] *= 1e-4f;
        }
        firing[0] = 0.5f;
        // A tenth of the root mean square of 0, 1, 1 and 1: the single 0.5 is then 6 deviations and not 5,000.
        assertEquals(usual, KernelDistance.of(new FeatureMatrix(firing, 4), new FeatureMatrix(quiet, 4)), usual);
    }

    @Test
    void constantColumnsAreAllowed() {
        FeatureMatrix dead = new FeatureMatrix(new float[] {0, 1, 0, 2, 0, 4}, 2);
        assertTrue(Double.isFinite(KernelDistance.of(dead, dead)));
        FeatureMatrix two = FeatureSamples.gaussian(2, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> KernelDistance.of(two, dead));
    }

    /** Everything from the definition, with the deviations of all real rows. */
    private static double pairByPair(FeatureMatrix evaluated, FeatureMatrix real, int from, int to) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = from; i < to; i++) {
            for (int j = from; j < to; j++) {
                xx += i == j ? 0 : kernel(evaluated, i, evaluated, j, real);
                yy += i == j ? 0 : kernel(real, i, real, j, real);
                xy += kernel(evaluated, i, real, j, real);
            }
        }
        double n = to - from;
        return xx / (n * (n - 1)) + yy / (n * (n - 1)) - 2 * xy / (n * n);
    }

    private static double kernel(FeatureMatrix a, int i, FeatureMatrix b, int j, FeatureMatrix scale) {
        double product = 0;
        for (int k = 0; k < a.width(); k++) {
            product += standard(a, i, k, scale) * standard(b, j, k, scale);
        }
        return Math.pow(product / a.width() + 1, 3);
    }

    private static double standard(FeatureMatrix rows, int i, int k, FeatureMatrix scale) {
        FeatureMoments moments = MOMENTS.computeIfAbsent(scale, FeatureMoments::of);
        return (rows.values()[i * rows.width() + k] - moments.mean()[k]) / Math.sqrt(moments.covariance()[k][k]);
    }
}
