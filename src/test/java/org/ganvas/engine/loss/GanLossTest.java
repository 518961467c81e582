package org.ganvas.engine.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.training.LossSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values and gradients at points worked out by hand. */
class GanLossTest {

    private static final double LN2 = Math.log(2);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @ParameterizedTest
    @EnumSource(value = LossSpec.class, mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE")
    void equalLogitsAreTheEquilibrium(LossSpec spec) {
        GanLoss loss = GanLoss.of(spec);
        double best = spec == LossSpec.LEAST_SQUARES ? 0.5 : 0;
        Tensor undecided = logits(best, best, best);
        assertEquals(
                spec.discriminatorEquilibrium(),
                loss.discriminatorLoss(undecided, undecided).scalar(),
                1e-12);
        if (spec == LossSpec.WASSERSTEIN) {
            // Adding 7 to all scores of a critic leaves D's loss as it is and changes G's.
            assertTrue(Double.isNaN(spec.generatorEquilibrium()));
            assertEquals(0, loss.discriminatorLoss(logits(7, 7), logits(7, 7)).scalar(), 1e-12);
        } else {
            assertEquals(
                    spec.generatorEquilibrium(), loss.generatorLoss(undecided).scalar(), 1e-12);
        }
    }

    @Test
    void equilibriumConstantsAreThePapers() {
        assertEquals(1.3863, LossSpec.NON_SATURATING.discriminatorEquilibrium(), 5e-5);
        assertEquals(0.6931, LossSpec.NON_SATURATING.generatorEquilibrium(), 5e-5);
        assertEquals(-0.6931, LossSpec.MINIMAX.generatorEquilibrium(), 5e-5);
        assertEquals(0.25, LossSpec.LEAST_SQUARES.discriminatorEquilibrium(), 1e-12);
        assertEquals(0.125, LossSpec.LEAST_SQUARES.generatorEquilibrium(), 1e-12);
        assertEquals(1, LossSpec.LEAST_SQUARES_PEARSON.discriminatorEquilibrium(), 1e-12);
        assertEquals(0, LossSpec.LEAST_SQUARES_PEARSON.generatorEquilibrium(), 1e-12);
        assertEquals(0, LossSpec.WASSERSTEIN.discriminatorEquilibrium(), 1e-12);
        assertEquals(2, LossSpec.HINGE.discriminatorEquilibrium(), 1e-12);
        assertEquals(0.6931, LossSpec.RELATIVISTIC.discriminatorEquilibrium(), 5e-5);
        assertEquals(0.6931, LossSpec.RELATIVISTIC.generatorEquilibrium(), 5e-5);
    }

    @Test
    void discriminatorLossIsCrossEntropy() {
        double expected = (-Math.log(sigmoid(1)) - Math.log(sigmoid(-2))) / 2 - Math.log(1 - sigmoid(0.5));
        double got = GanLoss.of(LossSpec.MINIMAX)
                .discriminatorLoss(logits(1, -2), logits(0.5, 0.5))
                .scalar();
        assertEquals(expected, got, 1e-12);
    }

    @Test
    void gradientOfMinimaxVanishesWhereDWinsAndThatOfNonSaturatingDoesNot() {
        Tensor fake = logits(-20).asVariable();
        double minimax = gradient(GanLoss.of(LossSpec.MINIMAX).generatorLoss(fake), fake);
        double nonSaturating = gradient(GanLoss.of(LossSpec.NON_SATURATING).generatorLoss(fake), fake);
        assertEquals(-sigmoid(-20), minimax, 1e-15);
        assertEquals(-sigmoid(20), nonSaturating, 1e-15);
    }

    /** The formulas of the papers for single logits r = 1.5 and f = -0.5. */
    @Test
    void valuesAreThoseOfThePapers() {
        assertValues(LossSpec.LEAST_SQUARES, 0.5 * 0.25 + 0.5 * 0.25, 0.5 * 2.25);
        assertValues(LossSpec.LEAST_SQUARES_PEARSON, 0.5 * 0.25 + 0.5 * 0.25, 0.5 * 0.25);
        assertValues(LossSpec.WASSERSTEIN, -0.5 - 1.5, 0.5);
        assertValues(LossSpec.HINGE, 0 + 0.5, 0.5);
        assertValues(LossSpec.RELATIVISTIC, Math.log1p(Math.exp(-2)), Math.log1p(Math.exp(2)));
    }

    private static void assertValues(LossSpec spec, double ofDiscriminator, double ofGenerator) {
        GanLoss loss = GanLoss.of(spec);
        Tensor real = logits(1.5);
        Tensor fake = logits(-0.5);
        assertEquals(ofDiscriminator, loss.discriminatorLoss(real, fake).scalar(), 1e-12, spec + ", D");
        assertEquals(ofGenerator, loss.generatorLoss(fake, real).scalar(), 1e-12, spec + ", G");
    }

    @Test
    void smoothingIsCrossEntropyWithATargetBelowOne() {
        double expected = -0.9 * Math.log(sigmoid(2)) - 0.1 * Math.log(1 - sigmoid(2)) - Math.log(1 - sigmoid(-1));
        double got = new GanLoss(LossSpec.NON_SATURATING, 0.1)
                .discriminatorLoss(logits(2), logits(-1))
                .scalar();
        assertEquals(expected, got, 1e-12);
    }

    @Test
    void featureDistanceComparesMeans() {
        Tensor real = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
        Tensor fake = Tensor.of(new double[] {0, 0, 0, 4}, 2, 2);
        assertEquals(4 + 1, GanLoss.featureDistance(real, fake).scalar(), 1e-12);
    }

    @Test
    void isFiniteForLargeLogits() {
        for (LossSpec spec : LossSpec.values()) {
            if (spec.encodes()) {
                continue;
            }
            GanLoss loss = GanLoss.of(spec);
            double worst = loss.discriminatorLoss(logits(-1e4), logits(1e4)).scalar();
            assertTrue(worst >= 2e4 && Double.isFinite(worst), spec + ": " + worst);
            assertTrue(Double.isFinite(loss.generatorLoss(logits(1e4)).scalar()));
            assertTrue(Double.isFinite(loss.generatorLoss(logits(-1e4)).scalar()));
        }
    }

    private static double gradient(Tensor loss, Tensor by) {
        return Autograd.grad(loss, List.of(by), false).get(0).scalar();
    }

    private static Tensor logits(double... values) {
        return Tensor.of(values, values.length, 1);
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }
}
