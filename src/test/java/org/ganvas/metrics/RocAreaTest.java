package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class RocAreaTest {

    @Test
    void separatedScoresHaveTheWholeAreaAndReversedOnesNone() {
        double[] low = {1, 2, 3};
        double[] high = {4, 5};
        assertEquals(1, RocArea.of(low, high));
        assertEquals(0, RocArea.of(high, low));
    }

    @Test
    void tiesCountAHalf() {
        assertEquals(0.5, RocArea.of(new double[] {1, 1, 1}, new double[] {1, 1}));
        // Of six pairs four are won and one is a tie.
        assertEquals(4.5 / 6, RocArea.of(new double[] {1, 3, 5}, new double[] {3, 6}));
    }

    @Test
    void theAreaIsTheShareOfAllPairs() {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, 0);
        double[] negatives = new double[37];
        double[] positives = new double[53];
        for (int i = 0; i < negatives.length; i++) {
            negatives[i] = random.nextInt(20);
        }
        for (int i = 0; i < positives.length; i++) {
            positives[i] = 3 + random.nextInt(20);
        }
        double wins = 0;
        for (double negative : negatives) {
            for (double positive : positives) {
                wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }
        assertEquals(wins / (37 * 53), RocArea.of(negatives, positives), 1e-12);
    }

    @Test
    void nothingToCompareHasNoArea() {
        assertEquals(Double.NaN, RocArea.of(new double[0], new double[] {1}));
        assertEquals(Double.NaN, RocArea.of(new double[] {1}, new double[0]));
    }
}
