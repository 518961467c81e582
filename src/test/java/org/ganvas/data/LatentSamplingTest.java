package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LatentSamplingTest {

    private static final int WIDTH = 64;
    private static final float[] A = LatentSampling.ofSeed(1, WIDTH);
    private static final float[] B = LatentSampling.ofSeed(2, WIDTH);

    @Test
    void bothInterpolationsBeginAndEndAtTheirEndpoints() {
        assertArrayEquals(A, LatentSampling.lerp(A, B, 0), 1e-6f);
        assertArrayEquals(B, LatentSampling.lerp(A, B, 1), 1e-6f);
        assertArrayEquals(A, LatentSampling.slerp(A, B, 0), 1e-6f);
        assertArrayEquals(B, LatentSampling.slerp(A, B, 1), 1e-6f);
    }

    @Test
    void slerpChangesTheNormEvenly() {
        for (double t = 0; t <= 1; t += 0.125) {
            double expected = (1 - t) * LatentSampling.norm(A) + t * LatentSampling.norm(B);
            assertEquals(expected, LatentSampling.norm(LatentSampling.slerp(A, B, t)), 1e-5, "t = " + t);
        }
    }

    @Test
    void slerpTurnsAtAConstantRate() {
        double whole = angle(A, B);
        for (double t = 0.125; t <= 1; t += 0.125) {
            assertEquals(t * whole, angle(A, LatentSampling.slerp(A, B, t)), 1e-5, "t = " + t);
        }
    }

    @Test
    void lerpDipsAsTheCosineLawSays() {
        double a = LatentSampling.norm(A);
        double b = LatentSampling.norm(B);
        double product = a * b * Math.cos(angle(A, B));
        for (double t = 0; t <= 1; t += 0.125) {
            double squared = (1 - t) * (1 - t) * a * a + t * t * b * b + 2 * t * (1 - t) * product;
            assertEquals(Math.sqrt(squared), LatentSampling.norm(LatentSampling.lerp(A, B, t)), 1e-5, "t = " + t);
        }
    }

    @Test
    void slerpOfRightAngledUnitVectorsIsAQuarterCircle() {
        float[] x = {1, 0};
        float[] y = {0, 1};
        float half = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {half, half}, LatentSampling.slerp(x, y, 0.5), 1e-7f);
        assertArrayEquals(
                new float[] {(float) Math.cos(Math.PI / 6), 0.5f}, LatentSampling.slerp(x, y, 1 / 3.0), 1e-6f);
    }

    @Test
    void slerpIsLerpWhereThereIsNoGreatCircle() {
        float[] x = {2, 0};
        assertArrayEquals(new float[] {3, 0}, LatentSampling.slerp(x, new float[] {4, 0}, 0.5));
        assertArrayEquals(new float[] {-1, 0}, LatentSampling.slerp(x, new float[] {-4, 0}, 0.5));
        assertArrayEquals(new float[] {1, 0}, LatentSampling.slerp(x, new float[] {0, 0}, 0.5));
    }

    @Test
    void aSeedGivesOneLatentAndOtherSeedsGiveOthers() {
        assertArrayEquals(A, LatentSampling.ofSeed(1, WIDTH));
        assertNotEquals(0, angle(A, B), 0.1);
        assertArrayEquals(new float[0], LatentSampling.ofSeed(1, 0));
    }

    @Test
    void seedsGiveStandardNormalLatents() {
        double sum = 0;
        double squares = 0;
        int seeds = 2000;
        for (int seed = 0; seed < seeds; seed++) {
            for (float value : LatentSampling.ofSeed(seed, WIDTH)) {
                sum += value;
                squares += value * value;
            }
        }
        double count = (double) seeds * WIDTH;
        // Five standard errors: 1/sqrt(n) for the mean, sqrt(2/n) for the variance.
        assertEquals(0, sum / count, 5 / Math.sqrt(count));
        assertEquals(1, squares / count, 5 * Math.sqrt(2 / count));
    }

    @Test
    void latentsOfDifferentWidthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LatentSampling.lerp(A, new float[1], 0.5));
    }

    private static double angle(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return Math.acos(Math.max(-1, Math.min(1, dot / LatentSampling.norm(a) / LatentSampling.norm(b))));
    }
}
