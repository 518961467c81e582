package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.lab.LabTexts;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabResult;
import org.junit.jupiter.api.Test;

/** Sentences of the Lab: bits, and what is told about a place. */
final class LabReadoutTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final PointBounds AREA = new PointBounds(-1, -1, 1, 1);
    private static final float[] NONE = {};
    private static final double GUESSING = 2 * Math.log(2);

    /** Points lie at the left alone; one lattice point in each corner. */
    private static LabResult result(double loss, double bestLoss) {
        return result(loss, bestLoss, new float[] {3, 0, 3, 0}, new float[] {1, 0, 1, 0});
    }

    private static LabResult result(double loss, double bestLoss, float[] real, float[] fake) {
        // Bounded, as the surface is.
        float[] best = {0.5f, 0, 0.5f, 0};
        DiscriminatorOptimum optimum =
                new DiscriminatorOptimum(new PointLattice(AREA, 2, 2), real, fake, best, 0.1, true, loss, bestLoss);
        return new LabResult(
                1,
                5,
                new LabRequest(AREA, 100, 100, Set.of(), false),
                NONE,
                new LabResult.RealPoints(NONE, SimilarityTransform.IDENTITY, NONE, PointTransform.IDENTITY, true),
                null,
                null,
                null,
                optimum,
                null);
    }

    private static String place(double x) {
        return LabReadout.place(RING, result(1, 1), x, 0, 0, PointTransform.IDENTITY);
    }

    @Test
    void theGapIsToldInBits() {
        String gap = LabReadout.gap(RING, result(0.75 * GUESSING, 0.5 * GUESSING));
        assertTrue(gap.contains("0.25 bits, where 0.50 are possible"), gap);
    }

    @Test
    void whoDoesWorseThanGuessingSeesNothing() {
        for (double loss : new double[] {1.01 * GUESSING, GUESSING, 0.999 * GUESSING}) {
            String gap = LabReadout.gap(RING, result(loss, 0.5 * GUESSING));
            assertTrue(gap.contains("no better than a coin toss"), gap);
            assertTrue(gap.contains("0.50 bits"), gap);
        }
    }

    @Test
    void whereNoPointsLieAnyAnswerIsBest() {
        // ln 3
        assertTrue(place(-0.9).contains("Best D: 1.10 (75 %)"), place(-0.9));
        assertTrue(place(1).contains("Best D: anything"), place(1));
        assertFalse(place(-0.9).contains("anything"), place(-0.9));
    }

    @Test
    void whereHardlyAnyPointsLieTheirShareIsToldInWords() {
        String both = densities(2.1e-15f, 9.2e-5f);
        assertTrue(both.contains("real practically none, generated practically none"), both);
        String one = densities(0.25f, 0.99e-4f);
        assertTrue(one.contains("real 0.250, generated practically none"), one);
        String many = densities(0.25f, 1.1e-4f);
        assertTrue(many.contains("generated 1.1e−4"), many);
    }

    private static String densities(float real, float fake) {
        float[] everywhere = {real, real, real, real};
        float[] generated = {fake, fake, fake, fake};
        return LabReadout.place(RING, result(1, 1, everywhere, generated), 0, 0, 0, PointTransform.IDENTITY);
    }

    @Test
    void noMinusZero() {
        assertEquals("0.00 (50 %)", LabReadout.answer(LossSpec.NON_SATURATING, -0.001));
        assertTrue(LabReadout.answer(LossSpec.NON_SATURATING, -0.01).startsWith("−0.01"));
    }

    @Test
    void bitsOfALossAreNoneForBlindGuessingAndOneForCertainty() {
        assertEquals(0, LabTexts.bits(GUESSING), 1e-12);
        assertEquals(1, LabTexts.bits(0), 1e-12);
    }
}
