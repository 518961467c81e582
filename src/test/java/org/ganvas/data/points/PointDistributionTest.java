package org.ganvas.data.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointBounds;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointDistributionTest {

    /** Saved projects train on these points: they are the same for ever. */
    @ParameterizedTest
    @CsvSource({
        "ring, 0.043800134, 1.0009837, 0.7025361, -0.64063364",
        "ring-pacgan, -0.712125, 0.7102858, -0.7308685, 0.70457834",
        "grid, -0.043817256, -4.078275, -1.9213643, -4.0394516",
        "moons, 0.72952634, -0.75701976, 0.1282087, -0.7266817",
        "swiss-roll, -0.25466245, 0.77047914, -0.55949736, 0.65472287",
        "spiral, -0.50193125, 0.70148987, -0.7553642, 0.6881527",
        "line, 0.2720684, 0.11058173, -0.73712593, -0.36926103",
        "disjoint, 1.0820385, 0.51203513, 1.197707, 0.7728999"
    })
    void pointsAreReproducible(String id, float firstX, float firstY, float lastX, float lastY) throws DataException {
        float[] points = points(DatasetRegistry.open("builtin:" + id, ProgressListener.NONE));
        assertEquals(200_000, points.length);
        assertEquals(firstX, points[0]);
        assertEquals(firstY, points[1]);
        assertEquals(lastX, points[199_998]);
        assertEquals(lastY, points[199_999]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "ring-pacgan", "grid", "disjoint"})
    void mixturesHaveEquallyFrequentAndEquallyWideModes(String id) throws DataException {
        Dataset set = DatasetRegistry.open("builtin:" + id, ProgressListener.NONE);
        GaussianMixture modes = set.modes().orElseThrow();
        float[] points = points(set);
        int[] counts = new int[modes.centres().size()];
        double squares = 0;
        int near = 0;
        for (int i = 0; i < set.size(); i++) {
            int mode = modes.nearestMode(points[2 * i], points[2 * i + 1]);
            double sigmas = modes.distanceInSigmas(mode, points[2 * i], points[2 * i + 1]);
            counts[mode]++;
            squares += sigmas * sigmas / 2;
            near += sigmas < 3 ? 1 : 0;
        }
        double expected = (double) set.size() / counts.length;
        for (int count : counts) {
            // Five standard deviations of a binomial count.
            assertEquals(expected, count, 5 * Math.sqrt(expected));
        }
        assertEquals(1, squares / set.size(), 0.02);
        assertEquals(1 - Math.exp(-4.5), near / (double) set.size(), 0.002);
    }

    @Test
    void theRingHasEightDifferentModes() {
        GaussianMixture ring = PointMixtures.ring(0.05);
        assertEquals(8, ring.centres().size());
        for (int i = 0; i < 8; i++) {
            GaussianMixture.Centre here = ring.centres().get(i);
            GaussianMixture.Centre next = ring.centres().get((i + 1) % 8);
            assertEquals(1, Math.hypot(here.x(), here.y()), 1e-12);
            assertEquals(2 * Math.sin(Math.PI / 8), Math.hypot(here.x() - next.x(), here.y() - next.y()), 1e-12);
        }
    }

    @Test
    void theGridReachesFromMinusFourToFour() {
        GaussianMixture grid = PointMixtures.grid();
        assertEquals(25, grid.centres().stream().distinct().count());
        assertEquals(new GaussianMixture.Centre(-4, -4), grid.centres().get(0));
        assertEquals(new GaussianMixture.Centre(4, 4), grid.centres().get(24));
    }

    @ParameterizedTest
    @CsvSource({"moons, 1.5, 1.0", "swiss-roll, 1.42, 1.42", "spiral, 1.5, 1.5", "line, 1.0, 0.5"})
    void curvesFillTheirBoundsAndHardlyMore(String id, double halfWidth, double halfHeight) throws DataException {
        Dataset set = DatasetRegistry.open("builtin:" + id, ProgressListener.NONE);
        PointBounds box = PointBounds.around(points(set));
        assertTrue(set.modes().isEmpty());
        assertEquals(halfWidth, Math.max(-box.left(), box.right()), 0.3);
        assertEquals(halfHeight, Math.max(-box.bottom(), box.top()), 0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "grid", "moons", "spiral"})
    void theTestPointsAreAnIndependentSample(String id) throws DataException {
        Dataset training = DatasetRegistry.open("builtin:" + id, ProgressListener.NONE);
        Dataset test =
                DatasetRegistry.openTest("builtin:" + id, ProgressListener.NONE).orElseThrow();
        assertEquals(training.size(), test.size());
        assertEquals(training.modes(), test.modes());
        assertEquals(training.name() + " (test)", test.name());
        float[] a = points(training);
        float[] b = points(test);
        assertNotEquals(a[0], b[0]);
        double product = IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * a[i])
                .average()
                .orElseThrow();
        assertEquals(0, product / square, 0.02);
        assertEquals(
                square,
                IntStream.range(0, b.length)
                        .mapToDouble(i -> (double) b[i] * b[i])
                        .average()
                        .orElseThrow(),
                0.02 * square);
        assertTrue(DatasetRegistry.openTest(test.id(), ProgressListener.NONE).isEmpty());
    }

    static float[] points(Dataset set) {
        float[] points = new float[2 * set.size()];
        for (int i = 0; i < set.size(); i++) {
            set.copyImage(i, points, 2 * i);
        }
        return points;
    }
}
