package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.junit.jupiter.api.Test;

class ModeCoverageTest {

    private static final GaussianMixture PAIR =
            new GaussianMixture(List.of(new GaussianMixture.Centre(-10, 0), new GaussianMixture.Centre(10, 0)), 1);

    @Test
    void threeSigmaIsTheEdgeOfQuality() {
        ModeCoverage coverage = ModeCoverage.of(
                new float[] {10, 0, 12.99f, 0, 13, 0, 10, -2.99f, 0, 0, Float.NaN, 0, 10, Float.POSITIVE_INFINITY},
                PAIR);
        assertEquals(3.0 / 7, coverage.highQualityShare());
        assertEquals(1, coverage.captured());
        assertEquals(Math.log(2), coverage.reverseKl(), 1e-12);
    }

    @Test
    void reverseKlIsThatOfKnownShares() {
        ModeCoverage quarters = ModeCoverage.of(new float[] {-10, 0, 10, 0, 10, 1, 9, 0, 500, 500}, PAIR);
        assertEquals(2, quarters.captured());
        assertEquals(0.8, quarters.highQualityShare(), 1e-12);
        assertEquals(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), quarters.reverseKl(), 1e-12);
        assertEquals(0, ModeCoverage.of(new float[] {-10, 0, 10, 0}, PAIR).reverseKl(), 1e-12);
    }

    @Test
    void noPointOfHighQualityGivesNaN() {
        ModeCoverage nowhere = ModeCoverage.of(new float[] {0, 0}, PAIR);
        assertEquals(0, nowhere.captured());
        assertTrue(Double.isNaN(nowhere.reverseKl()));
    }

    @Test
    void theDataItselfReachesTheFloorsInClosedForm() {
        assertEquals(0.98889, ModeCoverage.expectedHighQuality(), 1e-5);
        assertEquals(0.0014, ModeCoverage.expectedReverseKl(8, 2500), 1e-12);
        assertEquals(0.0048, ModeCoverage.expectedReverseKl(25, 2500), 1e-12);
        for (String id : new String[] {"ring", "grid"}) {
            Dataset set = PointSamples.set(id);
            GaussianMixture modes = set.modes().orElseThrow();
            double quality = 0;
            double divergence = 0;
            int draws = 200;
            for (int i = 0; i < draws; i++) {
                ModeCoverage coverage = ModeCoverage.of(PointSamples.of(set, 2500, i), modes);
                assertEquals(modes.centres().size(), coverage.captured());
                quality += coverage.highQualityShare() / draws;
                divergence += coverage.reverseKl() / draws;
            }
            double floor = ModeCoverage.expectedReverseKl(modes.centres().size(), 2500);
            assertEquals(0.98889, quality, 0.0007);
            assertEquals(floor, divergence, 0.2 * floor);
        }
    }
}
