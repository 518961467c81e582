package org.ganvas.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scale that follows what is plotted, without flicker. */
final class FieldScaleTest {

    private final FieldScale scale = new FieldScale();

    @BeforeEach
    void begin() {
        scale.reset(0.05);
    }

    private static float[] of(double extent) {
        float[] values = new float[100];
        Arrays.fill(values, (float) extent);
        return values;
    }

    private void follow(double extent, int times, boolean calm) {
        for (int i = 0; i < times; i++) {
            scale.follow(of(extent), 0, calm);
        }
    }

    @Test
    void itBeginsWithTheRoundStepAboveTheValues() {
        scale.follow(of(1.7), 0, true);
        assertEquals(2, scale.value());
        scale.reset(0.05);
        scale.follow(of(0.21), 0, true);
        assertEquals(0.3, scale.value(), 1e-12);
        scale.reset(0.05);
        scale.follow(of(47), 0, true);
        assertEquals(50, scale.value(), 1e-12);
    }

    @Test
    void itSpansTheValuesAroundTheNeutralOne() {
        scale.follow(of(3.5), 3, true);
        assertEquals(0.5, scale.value(), 1e-12);
    }

    @Test
    void fewOutliersDoNotWidenIt() {
        float[] values = of(0.9);
        values[0] = 50;
        values[1] = Float.NaN;
        scale.follow(values, 0, true);
        assertEquals(1, scale.value());
    }

    @Test
    void itGrowsAtOnceAndShrinksWhenTheValuesStaySmall() {
        follow(4, 1, true);
        assertEquals(5, scale.value());
        follow(9, 1, true);
        assertEquals(10, scale.value());
        follow(0.8, 24, true);
        assertEquals(10, scale.value(), "not yet");
        follow(0.8, 1, true);
        assertEquals(1, scale.value(), "the range has been small for a second");
    }

    @Test
    void aLargeValueBetweenSmallOnesKeepsIt() {
        follow(9, 1, true);
        follow(0.8, 24, true);
        follow(9, 1, true);
        follow(0.8, 24, true);
        assertEquals(10, scale.value());
    }

    @Test
    void atRestItShrinksAtOnce() {
        follow(9, 1, false);
        follow(0.8, 1, false);
        assertEquals(1, scale.value());
    }

    @Test
    void noiseAroundAStepDoesNotMakeItFlicker() {
        Random random = new Random(3);
        Set<Double> taken = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            scale.follow(of(2 + 0.2 * (2 * random.nextDouble() - 1)), 0, false);
            taken.add(scale.value());
        }
        assertTrue(taken.size() <= 2, taken.toString());
        int changes = 0;
        double before = scale.value();
        for (int i = 0; i < 2000; i++) {
            scale.follow(of(2 + 0.2 * (2 * random.nextDouble() - 1)), 0, false);
            changes += scale.value() == before ? 0 : 1;
            before = scale.value();
        }
        assertEquals(0, changes);
    }

    @Test
    void aFunctionThatDecidesNothingStaysPale() {
        follow(0.001, 30, true);
        assertEquals(0.05, scale.value());
    }

    @Test
    void valuesThatAreNotFiniteGiveAFiniteScale() {
        scale.follow(of(Double.POSITIVE_INFINITY), 0, true);
        assertTrue(scale.value() > 0 && Double.isFinite(scale.value()), scale.value() + "");
    }

    @Test
    void fittingTakesTheStepAtOnce() {
        follow(9, 1, true);
        scale.fit(of(0.8), 0);
        assertEquals(1, scale.value());
    }
}
