package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.junit.jupiter.api.Test;

class MetricLogTest {

    private final MetricLog log = new MetricLog();

    @Test
    void seriesAreSeparateInTheOrderOfTheirFirstValues() {
        log.append(value("kid", 10, 0.4));
        log.append(value("frechet", 10, 20));
        log.append(value("kid", 20, 0.3));

        assertEquals(List.of("kid", "frechet"), List.copyOf(log.ids()));
        assertEquals(List.of(value("kid", 10, 0.4), value("kid", 20, 0.3)), log.read("kid"));
        assertEquals(20, log.lastStep());
    }

    @Test
    void aMetricThatWasNeverEvaluatedIsAnEmptySeries() {
        assertEquals(List.of(), log.read("kid"));
        assertEquals(0, log.lastStep());
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        log.append(value("kid", 10, Double.NaN));
        log.append(value("kid", 20, Double.POSITIVE_INFINITY));

        assertTrue(log.read("kid").isEmpty());
        assertEquals(20, log.lastStep());
    }

    @Test
    void aFullSeriesKeepsItsNewestValueAndItsRange() {
        for (int step = 1; step <= MetricLog.CAPACITY + 1; step++) {
            log.append(value("kid", step, step));
        }

        List<MetricValue> kept = log.read("kid");
        assertEquals(MetricLog.CAPACITY / 2 + 1, kept.size());
        assertEquals(2, kept.get(0).step());
        assertEquals(MetricLog.CAPACITY, kept.get(kept.size() - 2).step());
        assertEquals(MetricLog.CAPACITY + 1, kept.get(kept.size() - 1).step());
    }

    private static MetricValue value(String id, long step, double value) {
        return new MetricValue(id, step, step / 100.0, value, 0.1);
    }
}
