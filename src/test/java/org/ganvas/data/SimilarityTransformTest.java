package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingKernel;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.MovedPoints;
import org.junit.jupiter.api.Test;

/** Points, densities and datasets after a similarity of the plane. */
class SimilarityTransformTest {

    private static final SimilarityTransform PLACE = SimilarityTransform.scaling(1.7)
            .then(SimilarityTransform.rotation(0.8))
            .then(SimilarityTransform.translation(0.3, -0.6));
    private static final PointLattice LATTICE = new PointLattice(new PointBounds(-6, -6, 6, 6), 401, 401);

    @Test
    void aPointIsScaledTurnedAndThenMoved() {
        SimilarityTransform quarter = SimilarityTransform.rotation(Math.PI / 2);
        SimilarityTransform all =
                SimilarityTransform.scaling(2).then(quarter).then(SimilarityTransform.translation(10, 20));
        assertEquals(10, all.mappedX(3, 0), 1e-12);
        assertEquals(26, all.mappedY(3, 0), 1e-12);
        assertEquals(2, all.scale(), 1e-12);
    }

    @Test
    void theInverseLeadsBack() {
        float[] points = {0.5f, -1, 2, 3};
        assertArrayEquals(points, PLACE.inverse().mapped(PLACE.mapped(points)), 1e-6f);
        assertSame(points, SimilarityTransform.IDENTITY.mapped(points));
        assertThrows(IllegalArgumentException.class, () -> new SimilarityTransform(0, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SimilarityTransform(1, Double.NaN, 1, 1));
    }

    private static double mass(PointDensity density, double noise) {
        double sum = 0;
        for (float each : density.densities(LATTICE, noise)) {
            sum += each * 12.0 / 400 * 12 / 400;
        }
        return sum;
    }

    @Test
    void aMovedDensityKeepsItsMassAndEqualsTheGeneralRule() {
        GaussianMixture mixture = new GaussianMixture(
                List.of(new GaussianMixture.Centre(-1, 0.2), new GaussianMixture.Centre(0.4, 1)), 0.15);
        PointDensity drawn = new Drawing(
                        List.of(List.of(new DrawingKernel(0.5, 0.25, 0.2, 1), new DrawingKernel(-1, -0.5, 0.1, 3))))
                .mixture();
        for (PointDensity density : List.of(mixture, drawn)) {
            PointDensity general = ((PointDensity) density::density).mapped(PLACE);
            PointDensity moved = density.mapped(PLACE);
            assertEquals(1, mass(moved, 0.05), 1e-3);
            for (double noise : new double[] {0, 0.3}) {
                for (double x = -3; x <= 3; x += 0.37) {
                    double expected = general.density(x, 0.4 - x / 2, noise);
                    assertEquals(expected, moved.density(x, 0.4 - x / 2, noise), 1e-9 + 1e-9 * expected);
                }
            }
            float[] lattice = moved.densities(LATTICE, 0.1);
            for (int i = 0; i < lattice.length; i += 997) {
                double exact = moved.density(LATTICE.x(i % 401), LATTICE.y(i / 401), 0.1);
                assertEquals(exact, lattice[i], 1e-6 + 1e-5 * exact);
            }
        }
    }

    @Test
    void aMovedDatasetHasMovedPointsAndModes() throws Exception {
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        Dataset moved = MovedPoints.of(ring, PLACE);
        float[] still = new float[2];
        float[] point = new float[4];
        ring.copyImage(17, still, 0);
        moved.copyImage(17, point, 2);
        assertArrayEquals(PLACE.mapped(still), new float[] {point[2], point[3]});
        assertEquals(0, point[0]);
        GaussianMixture modes = moved.modes().orElseThrow();
        GaussianMixture own = ring.modes().orElseThrow();
        assertEquals(1.7 * own.sigma(), modes.sigma(), 1e-12);
        int far = 0;
        for (int i = 0; i < 1000; i++) {
            moved.copyImage(i, point, 0);
            far += modes.distanceInSigmas(modes.nearestMode(point[0], point[1]), point[0], point[1]) > 3 ? 1 : 0;
        }
        assertTrue(far < 30, far + " points far from all modes");
        assertSame(ring, MovedPoints.of(ring, SimilarityTransform.IDENTITY));
    }
}
