package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricGoalTest {

    private static MetricLog log(double... values) {
        MetricLog log = new MetricLog();
        for (int i = 0; i < values.length; i++) {
            log.append(new MetricLog.MetricValue("coverage", 10 * i, i, values[i], 1));
        }
        return log;
    }

    @Test
    void theLatestValueReachesABound() {
        assertTrue(MetricGoal.parse("coverage>=0.9").isMet(log(0.5, 0.9)));
        assertFalse(MetricGoal.parse("coverage>=0.9").isMet(log(0.95, 0.8)));
        assertTrue(MetricGoal.parse("coverage<=0.1").isMet(log(0.1)));
        assertFalse(MetricGoal.parse("coverage<=0.1").isMet(log()));
    }

    @Test
    void aPlateauIsSoManyEvaluationsWithoutABetterOne() {
        assertTrue(MetricGoal.parse("coverage^2").isMet(log(0.1, 0.5, 0.4, 0.5)));
        assertFalse(MetricGoal.parse("coverage^2").isMet(log(0.1, 0.5, 0.4)));
        assertTrue(MetricGoal.parse("coverage_1").isMet(log(0.1, 0.2)));
        assertFalse(MetricGoal.parse("coverage_1").isMet(log(0.2, 0.1)));
    }

    @Test
    void namesWithUnderscoresAreRead() {
        assertEquals(new MetricGoal("sliced_w1", MetricGoal.Kind.LOWEST_FOR, 5), MetricGoal.parse("sliced_w1_5"));
        assertEquals(
                new MetricGoal("reverse_kl", MetricGoal.Kind.AT_MOST, 0.01), MetricGoal.parse(" reverse_kl <= 1e-2 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "coverage", ">=1", "coverage=>1", "coverage^0", "coverage>=x", "coverage>=1e"})
    void parseRefusesOtherTextsWithAMessage(String text) {
        Message message =
                assertThrows(SpecException.class, () -> MetricGoal.parse(text)).message();
        assertEquals(Message.of("session.goal.unreadable", text), message);
        assertTrue(message.english().startsWith("'" + text + "' is no goal;"), message.english());
    }
}
