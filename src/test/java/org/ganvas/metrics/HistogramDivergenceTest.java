package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.SeededRandomStream;
import org.junit.jupiter.api.Test;

class HistogramDivergenceTest {

    private static final double[] HALVES = {0.5, 0.5};
    private static final double[] QUARTERS = {0.25, 0.75};

    @Test
    void klIsThatOfTheTextbook() {
        assertEquals(0.5 + 0.5 * Math.log(2.0 / 3) / Math.log(2), HistogramDivergence.kl(HALVES, QUARTERS), 1e-12);
        assertEquals(0.25 * -1 + 0.75 * Math.log(1.5) / Math.log(2), HistogramDivergence.kl(QUARTERS, HALVES), 1e-12);
        assertEquals(1, HistogramDivergence.kl(new double[] {1, 0}, HALVES), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, HistogramDivergence.kl(HALVES, new double[] {1, 0}));
    }

    @Test
    void jsOfHalfAndWholeIsThatOfTheTextbook() {
        double expected = 0.5 * (0.5 * Math.log(0.5 / 0.75) + 0.5 * Math.log(0.5 / 0.25) + Math.log(1 / 0.75));
        assertEquals(expected / Math.log(2), HistogramDivergence.js(HALVES, new double[] {1, 0}), 1e-12);
    }

    @Test
    void jsIsOneBitForWhatHasNothingInCommonAndZeroForTheSame() {
        assertEquals(1, HistogramDivergence.js(new double[] {1, 0}, new double[] {0, 1}), 1e-12);
        assertEquals(0, HistogramDivergence.js(QUARTERS, QUARTERS), 1e-12);
        assertEquals(0, HistogramDivergence.kl(QUARTERS, QUARTERS), 1e-12);
    }

    @Test
    void jsIsTheSameInEitherOrderAndAtMostOneBit() {
        SeededRandomStream random = new SeededRandomStream(5, SeededRandomStream.Purpose.TEST, 0);
        for (int i = 0; i < 100; i++) {
            double[] p = distribution(random);
            double[] q = distribution(random);
            double js = HistogramDivergence.js(p, q);
            assertEquals(js, HistogramDivergence.js(q, p), 1e-12);
            assertTrue(js > 0 && js <= 1, "JS " + js);
            assertTrue(HistogramDivergence.kl(p, q) > 0);
        }
    }

    @Test
    void otherCellsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> HistogramDivergence.kl(HALVES, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> HistogramDivergence.js(HALVES, new double[] {1}));
    }

    private static double[] distribution(SeededRandomStream random) {
        double[] shares = new double[20];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.pow(random.nextDouble(), 6);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
