package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.run.ScalarLog;
import org.junit.jupiter.api.Test;

class StepStatisticsTest {

    /** D's loss is that of the step in hundredths, so that a window of twenty steps has its middle. */
    private static StepReport report(long step) {
        return new StepReport(step / 100.0, 0.7, 0.6, 0.4);
    }

    @Test
    void aRunThatGoesOnHasTheWindowsOfItsCurves() {
        ScalarLog log = new ScalarLog();
        for (long step = 1; step <= 6000; step++) {
            log.append(step, step, report(step));
        }
        List<StepWindow> windows = StepStatistics.continuing(log, 5000).windows();

        assertEquals(StepStatistics.MAX_WINDOWS, windows.size(), "the latest 4,000 steps");
        assertEquals(1020, windows.get(0).lastStep());
        StepWindow last = windows.get(windows.size() - 1);
        assertEquals(5000, last.lastStep());
        assertEquals(50, last.discriminatorLoss(), 1, "a running mean lags behind by about its horizon of fifty steps");
        assertEquals(0.7, last.generatorLoss(), 1e-6);
        assertEquals(0.6, last.realScore(), 1e-6);
        assertEquals(0.4, last.fakeScore(), 1e-6);
    }

    @Test
    void stepsAfterwardsFollowThoseOfTheCurves() {
        ScalarLog log = new ScalarLog();
        for (long step = 1; step <= 100; step++) {
            log.append(step, step, report(step));
        }
        StepStatistics statistics = StepStatistics.continuing(log, 100);
        for (long step = 101; step <= 120; step++) {
            statistics.add(step, report(step));
        }
        List<StepWindow> windows = statistics.windows();
        assertEquals(
                List.of(20L, 40L, 60L, 80L, 100L, 120L),
                windows.stream().map(StepWindow::lastStep).toList());
        assertEquals(1.105, windows.get(5).discriminatorLoss(), 1e-6);
        assertTrue(StepStatistics.continuing(new ScalarLog(), 0).windows().isEmpty());
    }
}
