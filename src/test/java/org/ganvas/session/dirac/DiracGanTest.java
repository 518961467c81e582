package org.ganvas.session.dirac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.dirac.DiracGan.Regularizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Distances from the equilibrium after 100 and 500 steps of rate 0.2. Mescheder's D has the other sign, so that his start
 * (1, 1) is (1, -1) here.
 */
class DiracGanTest {

    @ParameterizedTest
    @CsvSource({
        "MINIMAX, NONE, 0, false, 1.96262, 3.09695",
        "MINIMAX, NONE, 0, true, 1.40353, 1.42102",
        "NON_SATURATING, NONE, 0, false, 0.741471, 0.640207",
        "NON_SATURATING, NONE, 0, true, 0.575548, 0.283923",
        "WASSERSTEIN, NONE, 0, false, 10.0504, 25636.0",
        "WASSERSTEIN, NONE, 0, true, 1.29928, 1.39786",
        "WASSERSTEIN, SLOPE_OF_ONE, 0.7, false, 1.79928, 1.80179",
        "WASSERSTEIN, SLOPE_OF_ONE, 0.7, true, 1.438, 1.22107",
        "MINIMAX, R1, 0.3, false, 0.0989894, 2.64266e-6",
        "MINIMAX, R1, 0.3, true, 0.0610042, 2.30091e-7",
        "MINIMAX, R1, 1, false, 3.79133e-4, 9.52872e-22",
        "MINIMAX, R1, 1, true, 1.09327e-3, 7.48124e-17",
        "NON_SATURATING, R1, 0.3, false, 0.0766093, 2.21196e-6",
        "NON_SATURATING, R1, 0.3, true, 0.0484836, 1.49942e-7"
    })
    void wayHasTheKnownDistances(
            LossSpec loss,
            Regularizer regularizer,
            double weight,
            boolean alternating,
            double after100,
            double after500) {
        double[] trajectory = new DiracGan(loss, 0.2, regularizer, weight, alternating).trajectory(1, -1, 500);
        assertEquals(after100, DiracGan.distance(trajectory, 100), 5e-6 * after100);
        assertEquals(after500, DiracGan.distance(trajectory, 500), 5e-6 * after500);
    }

    @Test
    void wassersteinGrowsByTheExactFactor() {
        double[] trajectory =
                new DiracGan(LossSpec.WASSERSTEIN, 0.2, Regularizer.NONE, 0, false).trajectory(1, -1, 500);
        assertEquals(Math.sqrt(2) * Math.pow(1.04, 250), DiracGan.distance(trajectory, 500), 1e-6);
    }

    @Test
    void clippingEndsInALimitCycle() {
        double[] trajectory =
                new DiracGan(LossSpec.WASSERSTEIN, 0.2, Regularizer.CLIPPING, 1, false).trajectory(1, -1, 500);
        double least = 0;
        double most = 0;
        for (int i = 250; i <= 500; i++) {
            least = Math.min(least, trajectory[2 * i]);
            most = Math.max(most, trajectory[2 * i]);
            assertTrue(Math.abs(trajectory[2 * i + 1]) <= 1);
        }
        assertEquals(-1.169, least, 1e-3);
        assertEquals(1.168, most, 1e-3);
    }

    /** The velocities are minus the slopes of the loss's own terms, by central differences. */
    @ParameterizedTest
    @EnumSource(
            value = LossSpec.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RELATIVISTIC", "FEATURE_MATCHING", "EVIDENCE"})
    void velocitiesAreSlopesOfTheLoss(LossSpec loss) {
        DiracGan gan = new DiracGan(loss, 0.1, Regularizer.NONE, 0, false);
        double theta = 0.7;
        double psi = 0.4;
        double step = 1e-5;
        double ofG =
                (loss.generator().at((theta + step) * psi) - loss.generator().at((theta - step) * psi)) / (2 * step);
        double ofD = (loss.fake().at(theta * (psi + step)) - loss.fake().at(theta * (psi - step))) / (2 * step);
        assertEquals(-ofG, gan.velocityOfTheta(theta, psi), 1e-8);
        assertEquals(-ofD, gan.velocityOfPsi(theta, psi), 1e-8);
    }

    @Test
    void lossesThatCompareOtherThingsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DiracGan(LossSpec.RELATIVISTIC, 0.2, Regularizer.NONE, 0, false));
        assertThrows(
                IllegalArgumentException.class, () -> new DiracGan(LossSpec.MINIMAX, 0, Regularizer.NONE, 0, false));
    }
}
