package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class SeededRandomStreamTest {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final int MANY = 100_000;

    /** The first numbers of SplitMix64 from state 1234567, as published with its C reference (prng.di.unimi.it). */
    @Test
    void nextLongGivesThePublishedNumbersOfSplitMix64() {
        SeededRandomStream stream = startingAt(1234567);
        long[] published = {
            Long.parseUnsignedLong("6457827717110365317"),
            Long.parseUnsignedLong("3203168211198807973"),
            Long.parseUnsignedLong("9817491932198370423"),
            Long.parseUnsignedLong("4593380528125082431"),
            Long.parseUnsignedLong("16408922859458223821")
        };

        assertArrayEquals(
                published, LongStream.generate(stream::nextLong).limit(5).toArray());
    }

    @Test
    void nextLongAgreesWithTheSplitMix64OfTheJdk() {
        for (long state : new long[] {0, 1, -1, 42, Long.MIN_VALUE, 0x0123456789ABCDEFL}) {
            SeededRandomStream stream = startingAt(state);
            SplittableRandom reference = new SplittableRandom(state);
            for (int i = 0; i < 1000; i++) {
                assertEquals(reference.nextLong(), stream.nextLong(), "state " + state + ", number " + i);
            }
        }
    }

    /** Saved projects depend on these: a change of the constructor would silently change every run. */
    @Test
    void aStreamIsReproducible() {
        assertEquals(0x1C15431B6F52AE7AL, new SeededRandomStream(1, Purpose.TRAINING_LATENT, 5).nextLong());
        assertEquals(-0.4214064930618981, new SeededRandomStream(1, Purpose.TRAINING_LATENT, 5).nextGaussian());
        assertEquals(9, Purpose.DATA_SYNTHESIS.ordinal());
    }

    @Test
    void uniformNumbersHaveTheirMeanAndVariance() {
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, 0);
        double[] numbers = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            numbers[i] = random.nextDouble(2, 5);
            assertTrue(numbers[i] >= 2 && numbers[i] < 5, () -> "outside [2, 5)");
        }

        assertEquals(3.5, moment(numbers, 0, 1), 0.015);
        assertEquals(0.75, moment(numbers, 3.5, 2), 0.015);
    }

    @Test
    void gaussianNumbersHaveTheirFirstFourMoments() {
        double[] numbers = gaussians(new SeededRandomStream(4, Purpose.TEST, 0));

        assertEquals(0, moment(numbers, 0, 1), 0.016);
        assertEquals(1, moment(numbers, 0, 2), 0.022);
        assertEquals(0, moment(numbers, 0, 3), 0.06);
        assertEquals(3, moment(numbers, 0, 4), 0.15);
    }

    @Test
    void neighbouringGaussianNumbersAreNotCorrelated() {
        double[] numbers = gaussians(new SeededRandomStream(4, Purpose.TEST, 1));
        double sum = 0;
        for (int i = 1; i < MANY; i++) {
            sum += numbers[i] * numbers[i - 1];
        }

        assertEquals(0, sum / MANY, 0.016);
    }

    @Test
    void fillGaussianScales() {
        float[] filled = new float[3];
        new SeededRandomStream(4, Purpose.TEST, 0).fillGaussian(filled, 0.02);
        SeededRandomStream same = new SeededRandomStream(4, Purpose.TEST, 0);

        for (float value : filled) {
            assertEquals(0.02 * same.nextGaussian(), value, 1e-9);
        }
    }

    @Test
    void streamsOfNeighbouringSeedsPurposesAndPositionsAreIndependent() {
        double[] base = gaussians(new SeededRandomStream(7, Purpose.DROPOUT, 100));

        assertEquals(0, correlation(base, gaussians(new SeededRandomStream(8, Purpose.DROPOUT, 100))), 0.016);
        assertEquals(0, correlation(base, gaussians(new SeededRandomStream(7, Purpose.FIXED_LATENT, 100))), 0.016);
        assertEquals(0, correlation(base, gaussians(new SeededRandomStream(7, Purpose.DROPOUT, 101))), 0.016);
    }

    @Test
    void firstNumbersOfNeighbouringStreamsAreUniform() {
        int[] hits = new int[100];
        for (int position = 0; position < MANY; position++) {
            hits[(int) (100 * new SeededRandomStream(0, Purpose.GENERATOR_INIT, position).nextDouble())]++;
        }

        assertTrue(chiSquare(hits, MANY / 100.0) < 160, "chi-square of 99 degrees of freedom");
    }

    @Test
    void noTwoStreamsStartEqual() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -3; seed < 4; seed++) {
            for (Purpose purpose : Purpose.values()) {
                for (long position = -50; position < 50; position++) {
                    assertTrue(seen.add(new SeededRandomStream(seed, purpose, position).nextLong()));
                }
            }
        }
    }

    @Test
    void nextIntIsUniformBelowItsBound() {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, 0);
        int[] hits = new int[7];
        for (int i = 0; i < MANY; i++) {
            hits[random.nextInt(7)]++;
        }

        assertTrue(chiSquare(hits, MANY / 7.0) < 22.5, "chi-square of 6 degrees of freedom");
    }

    @Test
    void nextIntTakesTheHighestBits() {
        SeededRandomStream random = new SeededRandomStream(6, Purpose.TEST, 0);
        SeededRandomStream same = new SeededRandomStream(6, Purpose.TEST, 0);
        for (int i = 0; i < 1000; i++) {
            BigInteger bits = new BigInteger(Long.toUnsignedString(same.nextLong())).shiftRight(1);
            int expected = bits.multiply(BigInteger.valueOf(Integer.MAX_VALUE))
                    .shiftRight(63)
                    .intValueExact();
            assertEquals(expected, random.nextInt(Integer.MAX_VALUE));
        }
    }

    @Test
    void nextIntRefusesABoundBelowOne() {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, 0);

        assertEquals(0, random.nextInt(1));
        assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> random.nextInt(-3));
    }

    /** A stream in a wanted state, found by running the constructor's mixing backwards. */
    private static SeededRandomStream startingAt(long state) {
        long seed = 17;
        long position = unmix(unmix(state) ^ mix(mix(seed))) - GAMMA;
        return new SeededRandomStream(seed, Purpose.GENERATOR_INIT, position);
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    private static long unmix(long z) {
        long b = z ^ z >>> 31 ^ z >>> 62;
        long a = b * inverse(0x94D049BB133111EBL);
        a = a ^ a >>> 27 ^ a >>> 54;
        long c = a * inverse(0xBF58476D1CE4E5B9L);
        return c ^ c >>> 30 ^ c >>> 60;
    }

    private static long inverse(long odd) {
        return new BigInteger(Long.toUnsignedString(odd))
                .modInverse(BigInteger.ONE.shiftLeft(64))
                .longValue();
    }

    private static double[] gaussians(SeededRandomStream random) {
        double[] numbers = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }

    private static double moment(double[] numbers, double centre, int power) {
        double sum = 0;
        for (double number : numbers) {
            sum += Math.pow(number - centre, power);
        }
        return sum / numbers.length;
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    private static double chiSquare(int[] hits, double expected) {
        double sum = 0;
        for (int hit : hits) {
            sum += (hit - expected) * (hit - expected) / expected;
        }
        return sum;
    }
}
