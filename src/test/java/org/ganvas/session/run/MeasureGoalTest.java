package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureGoalTest {

    private static MeasureLog log(double... values) {
        MeasureLog log = new MeasureLog();
        for (int i = 0; i < values.length; i++) {
            log.append(new MeasureLog.Measure("coverage", 10 * i, i, values[i], 1));
        }
        return log;
    }

    @Test
    void theLatestValueReachesABound() {
        assertTrue(MeasureGoal.parse("coverage>=0.9").met(log(0.5, 0.9)));
        assertFalse(MeasureGoal.parse("coverage>=0.9").met(log(0.95, 0.8)));
        assertTrue(MeasureGoal.parse("coverage<=0.1").met(log(0.1)));
        assertFalse(MeasureGoal.parse("coverage<=0.1").met(log()));
    }

    @Test
    void aPlateauIsSoManyMeasuresWithoutABetterOne() {
        assertTrue(MeasureGoal.parse("coverage^2").met(log(0.1, 0.5, 0.4, 0.5)));
        assertFalse(MeasureGoal.parse("coverage^2").met(log(0.1, 0.5, 0.4)));
        assertTrue(MeasureGoal.parse("coverage_1").met(log(0.1, 0.2)));
        assertFalse(MeasureGoal.parse("coverage_1").met(log(0.2, 0.1)));
    }

    @Test
    void namesWithUnderscoresAreRead() {
        assertEquals(new MeasureGoal("sliced_w1", MeasureGoal.Kind.LOWEST_FOR, 5), MeasureGoal.parse("sliced_w1_5"));
        assertEquals(
                new MeasureGoal("reverse_kl", MeasureGoal.Kind.AT_MOST, 0.01),
                MeasureGoal.parse(" reverse_kl <= 1e-2 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "coverage", ">=1", "coverage=>1", "coverage^0", "coverage>=x"})
    void whatIsNoGoalIsRefusedWithASentence(String text) {
        String said = assertThrows(IllegalArgumentException.class, () -> MeasureGoal.parse(text))
                .getMessage();
        assertTrue(said.endsWith("."), said);
    }
}
