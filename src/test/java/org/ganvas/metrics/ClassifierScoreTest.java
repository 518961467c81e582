package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClassifierScoreTest {

    private static final float SURE = 1000;

    @Test
    void certaintyOverEquallyManyOfEachClassScoresTheNumberOfClasses() {
        assertEquals(10, ClassifierScore.of(sure(10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 10), 1e-9);
        assertEquals(2, ClassifierScore.of(sure(10, 3, 8, 3, 8), 10), 1e-9);
    }

    @Test
    void oneClassOrUniformProbabilitiesScoreOne() {
        assertEquals(1, ClassifierScore.of(sure(10, 4, 4, 4), 10), 1e-9);
        assertEquals(1, ClassifierScore.of(new float[40], 10), 1e-9);
    }

    @Test
    void uncertaintyFollowsTheClosedForm() {
        // Two classes, each half of the time with probability 0.8: ln 2 - H(0.8).
        float logit = (float) Math.log(0.8 / 0.2);
        double entropy = -(0.8 * Math.log(0.8) + 0.2 * Math.log(0.2));
        assertEquals(Math.exp(Math.log(2) - entropy), ClassifierScore.of(new float[] {logit, 0, 0, logit}, 2), 1e-7);
        // Shares 3/4 and 1/4 of certain answers: exp of their entropy.
        double shares = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        assertEquals(Math.exp(shares), ClassifierScore.of(sure(2, 0, 0, 1, 0), 2), 1e-9);
    }

    @Test
    void confidentShareCountsImagesAboveTheBound() {
        float high = (float) Math.log(0.95 / 0.05);
        float low = (float) Math.log(0.85 / 0.15);
        assertEquals(0.5, ClassifierScore.confidentShare(new float[] {high, 0, low, 0, 0, 0, 0, high}, 2, 0.9), 1e-12);
    }

    @Test
    void thePredictedClassHasTheGreatestLogit() {
        assertArrayEquals(new int[] {2, 0}, ClassifierScore.predictedClasses(new float[] {-3, -2, -1, 5, 4, -9}, 3));
        assertThrows(IllegalArgumentException.class, () -> ClassifierScore.predictedClasses(new float[4], 3));
    }

    @Test
    void histogramCountsEntropyAndMissingClasses() {
        GeneratedClassHistogram real = new GeneratedClassHistogram(new int[] {100, 100, 100, 100, 0});
        assertEquals(2, real.entropy(), 1e-12);
        GeneratedClassHistogram evaluated = new GeneratedClassHistogram(new int[] {300, 90, 9, 0, 1});
        // 9 of 400 is less than a tenth of a quarter; the class without real images cannot be missing.
        assertEquals(2, evaluated.missingClasses(real));
        assertEquals(0, real.missingClasses(real));
        assertEquals(0, new GeneratedClassHistogram(new int[] {0, 7}).entropy(), 1e-12);
        assertArrayEquals(
                new int[] {1, 0, 2},
                GeneratedClassHistogram.of(new int[] {2, 0, 2}, 3).counts());
    }

    private static float[] sure(int classes, int... labels) {
        float[] logits = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            logits[i * classes + labels[i]] = SURE;
        }
        return logits;
    }
}
