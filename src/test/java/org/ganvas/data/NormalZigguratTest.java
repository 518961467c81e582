package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class NormalZigguratTest {

    private static final int COUNT = 400_000;

    @Test
    void deviatesFollowTheNormalDistribution() {
        double[] sorted = sorted(numbers(1, 0));
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double largest = 0;
        for (int i = 0; i < COUNT; i++) {
            double expected = normal.cumulativeProbability(sorted[i]);
            largest = Math.max(largest, Math.abs(expected - (i + 0.5) / COUNT));
        }
        // Kolmogorov's bound for one test in ten thousand.
        assertTrue(largest < 2.23 / Math.sqrt(COUNT), "distance " + largest);
    }

    @Test
    void momentsAndTailsAreThoseOfTheNormalDistribution() {
        float[] numbers = numbers(2, 7);
        assertEquals(0, moment(numbers, 1), 0.007);
        assertEquals(1, moment(numbers, 2), 0.01);
        assertEquals(0, moment(numbers, 3), 0.03);
        assertEquals(3, moment(numbers, 4), 0.07);
        long beyond = 0;
        for (float number : numbers) {
            beyond += Math.abs(number) > 3.442619855899 ? 1 : 0;
        }
        assertEquals(5.76e-4 * COUNT, beyond, 65, "numbers from the tail");
    }

    @Test
    void numbersAreAFunctionOfSeedPurposeAndPosition() {
        assertArrayEquals(numbers(3, 4), numbers(3, 4));
        assertFalse(Arrays.equals(numbers(3, 4), numbers(3, 5)));
        assertFalse(Arrays.equals(numbers(3, 4), numbers(4, 4)));
    }

    @Test
    void neighbouringPositionsAreNotCorrelated() {
        float[] a = numbers(5, 1);
        float[] b = numbers(5, 2);
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += (double) a[i] * b[i];
        }
        assertEquals(0, sum / COUNT, 0.007);
    }

    private static float[] numbers(long seed, long position) {
        float[] numbers = new float[COUNT];
        NormalZiggurat.fill(numbers, seed, Purpose.TEST, position);
        return numbers;
    }

    private static double[] sorted(float[] numbers) {
        double[] sorted = new double[numbers.length];
        Arrays.setAll(sorted, i -> numbers[i]);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double moment(float[] numbers, int power) {
        double sum = 0;
        for (float number : numbers) {
            sum += Math.pow(number, power);
        }
        return sum / numbers.length;
    }
}
