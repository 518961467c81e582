package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.Metric;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.StepScores;
import org.ganvas.viewmodel.ChartWindow;
import org.ganvas.viewmodel.StepScale;
import org.junit.jupiter.api.Test;

/** What the chart library is handed of a long run. */
class TraceTest {

    private static final int STEPS = 1_000_000;
    private static final int COLUMNS = 500;

    private final MetricLog log = new MetricLog();

    private Trace written(boolean raw, boolean dots) {
        for (int step = 1; step <= STEPS; step++) {
            log.append(step, step / 100.0, new StepScores(1 + step % 7, 1, 0.5, 0.5));
        }
        Curve curve = log.read(Metric.DISCRIMINATOR_LOSS, 0, Long.MAX_VALUE, COLUMNS);
        Line line = new Line("DISCRIMINATOR_LOSS", "discriminator", "Loss D", curve, new double[] {1.386}, dots);
        Trace trace = new Trace(line);
        ChartFrame frame = new ChartFrame(
                List.of(line),
                ChartWindow.whole(STEPS),
                StepScale.STEPS,
                List.of(),
                new ChartFrame.Look(false, false, raw));
        trace.write(line, frame, DoubleUnaryOperator.identity());
        return trace;
    }

    @Test
    void aMillionStepsBecomeFewPointsAndNoExtremeIsLost() {
        Trace trace = written(true, false);
        assertTrue(trace.smooth().getDataCount() <= COLUMNS, trace.smooth().getDataCount() + " points");
        assertTrue(trace.smooth().getDataCount() > COLUMNS / 4, trace.smooth().getDataCount() + " points");
        assertTrue(trace.spread().getDataCount() <= 2 * COLUMNS, trace.spread().getDataCount() + " points");
        assertEquals(0, trace.dots().getDataCount());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trace.spread().getDataCount(); i++) {
            low = Math.min(low, trace.spread().get(1, i));
            high = Math.max(high, trace.spread().get(1, i));
        }
        assertEquals(1, low);
        assertEquals(7, high);
    }

    @Test
    void theSpreadIsNotEvenHandedOverWhereNobodyWantsIt() {
        assertEquals(0, written(false, false).spread().getDataCount());
    }
}
