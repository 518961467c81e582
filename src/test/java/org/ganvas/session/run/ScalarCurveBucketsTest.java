package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScalarCurveBucketsTest {

    @Test
    void readReturnsTheBucketsThatOverlapTheWindow() {
        ScalarCurveBuckets buckets = ramp(8, 16);
        // Sixteen steps in eight buckets: (1, 2), (3, 4) and so on.
        assertEquals(2, buckets.span());
        assertArrayEquals(
                new double[] {2, 4, 6, 8, 10, 12, 14, 16},
                buckets.read(1, 16, 99).steps());
        assertArrayEquals(new double[] {4, 6, 8}, buckets.read(3, 8, 99).steps());
        assertArrayEquals(new double[] {4, 6, 8}, buckets.read(4, 7, 99).steps());
        assertArrayEquals(new double[] {6}, buckets.read(5, 5, 99).steps());
        assertArrayEquals(new double[] {16}, buckets.read(16, 1000, 99).steps());
    }

    @Test
    void readReturnsNothingOutsideTheCurve() {
        ScalarCurveBuckets buckets = ramp(8, 16);
        assertEquals(0, buckets.read(17, 100, 99).size());
        assertEquals(0, buckets.read(9, 3, 99).size());
        assertEquals(0, buckets.read(1, 16, 0).size());
        assertEquals(0, new ScalarCurveBuckets(8, 0).read(0, 100, 99).size());
    }

    @Test
    void readGroupsAtTheSameStepsWhereverTheWindowBegins() {
        ScalarCurveBuckets buckets = ramp(64, 60);
        // Nineteen steps in at most four groups: six steps a group, cut at the edges.
        assertArrayEquals(new double[] {6, 12, 18, 20}, buckets.read(2, 20, 4).steps());
        assertArrayEquals(new double[] {6, 12, 18, 24}, buckets.read(6, 24, 4).steps());
        assertArrayEquals(new double[] {12, 18, 24, 25}, buckets.read(7, 25, 4).steps());
    }

    @Test
    void readReturnsAtMostTheRequestedNumber() {
        ScalarCurveBuckets buckets = ramp(64, 64);
        for (int from = 1; from <= 64; from++) {
            for (int to = from; to <= 64; to++) {
                for (int most = 1; most <= 64; most += 7) {
                    ScalarCurve curve = buckets.read(from, to, most);
                    assertTrue(curve.size() >= 1 && curve.size() <= most, from + ".." + to + " in " + most);
                    assertEquals(from, curve.low()[0]);
                    assertEquals(to, curve.high()[curve.size() - 1]);
                    assertEquals(to, curve.steps()[curve.size() - 1]);
                }
            }
        }
    }

    @Test
    void smoothIsTheExponentialAverageWithoutTheBiasOfItsStart() {
        double decay = 0.9;
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(100, decay);
        for (int step = 1; step <= 40; step++) {
            buckets.append(step, step, step);
        }
        ScalarCurve curve = buckets.read(1, 40, 100);
        for (int n = 1; n <= 40; n++) {
            // The sum of (1-d) d^(n-k) k over k = 1..n, divided by the sum of its weights, in closed form.
            double closed = n / (1 - Math.pow(decay, n)) - decay / (1 - decay);
            assertEquals(closed, curve.smooth()[n - 1], 1e-9, "step " + n);
        }
    }

    @Test
    void smoothOfAConstantIsTheConstantFromTheFirstStep() {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(4, 0.98);
        for (int step = 1; step <= 1000; step++) {
            buckets.append(step, step, 3);
        }
        for (double smooth : buckets.read(1, 1000, 4).smooth()) {
            assertEquals(3, smooth, 1e-12);
        }
    }

    @Test
    void mergingKeepsLastStepsTimesAndExtremes() {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(2, 0);
        double[] values = {5, -1, 2, 8, 0};
        for (int i = 0; i < values.length; i++) {
            buckets.append(i + 1, 10 * (i + 1), values[i]);
        }
        ScalarCurve curve = buckets.read(0, 99, 99);
        assertEquals(4, buckets.span());
        assertArrayEquals(new double[] {4, 5}, curve.steps());
        assertArrayEquals(new double[] {40, 50}, curve.seconds());
        assertArrayEquals(new double[] {-1, 0}, curve.low());
        assertArrayEquals(new double[] {8, 0}, curve.high());
        assertArrayEquals(new double[] {8, 0}, curve.smooth());
    }

    /** Against the definition over every value: s = d s + (1 - d) v, over 1 - d^n. */
    @Test
    void smoothingWithAnotherHorizonIsExactWhileBucketsHoldOneStep() {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(64, 0.98);
        double decay = 1 - 1 / 7.0;
        double average = 0;
        double[] expected = new double[60];
        for (int step = 1; step <= 60; step++) {
            double value = Math.sin(step) + step;
            buckets.append(step, step, value);
            average = decay * average + (1 - decay) * value;
            expected[step - 1] = average / (1 - Math.pow(decay, step));
        }
        assertArrayEquals(expected, buckets.read(1, 60, 99, 7).smooth(), 1e-9);
    }

    @Test
    void withoutSmoothingABucketShowsTheMeanOfItsValues() {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(4, 0.999_999);
        double[] values = {1, 3, 10, 20, 5, 7, 0, 4, 9};
        for (int i = 0; i < values.length; i++) {
            buckets.append(i + 1, i, values[i]);
        }
        assertEquals(4, buckets.span());
        assertArrayEquals(new double[] {8.5, 4, 9}, buckets.read(1, 9, 99, 1).smooth(), 1e-3);
    }

    @Test
    void aLongerHorizonFollowsAJumpMoreSlowly() {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(256, 0.98);
        for (int step = 1; step <= 100_000; step++) {
            buckets.append(step, step, step <= 50_000 ? 0 : 1);
        }
        ScalarCurve fast = buckets.read(60_000, 60_000, 1, 1_000);
        ScalarCurve slow = buckets.read(60_000, 60_000, 1, 20_000);
        assertEquals(1, fast.smooth()[0], 1e-3);
        // Buckets span 512 steps. What is left of the zeros after half a horizon, and of the average's start.
        double expected = (1 - Math.exp(-0.5)) / (1 - Math.exp(-3));
        assertEquals(expected, slow.smooth()[0], 0.03);
    }

    @Test
    void capacityMustBeEven() {
        assertThrows(IllegalArgumentException.class, () -> new ScalarCurveBuckets(3, 0));
        assertThrows(IllegalArgumentException.class, () -> new ScalarCurveBuckets(0, 0));
    }

    private static ScalarCurveBuckets ramp(int capacity, int steps) {
        ScalarCurveBuckets buckets = new ScalarCurveBuckets(capacity, 0);
        for (int step = 1; step <= steps; step++) {
            buckets.append(step, step, step);
        }
        return buckets;
    }
}
