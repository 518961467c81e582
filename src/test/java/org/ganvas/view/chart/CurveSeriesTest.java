package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartWindow;
import org.ganvas.viewmodel.chart.StepScale;
import org.junit.jupiter.api.Test;

/** Data passed to the chart library for a long run. */
class CurveSeriesTest {

    private static final int STEPS = 1_000_000;
    private static final int COLUMNS = 500;

    private final ScalarLog log = new ScalarLog();

    private CurveSeries written(boolean raw, boolean dots) {
        for (int step = 1; step <= STEPS; step++) {
            log.append(step, step / 100.0, new StepReport(1 + step % 7, 1, 0.5, 0.5));
        }
        ScalarCurve curve = log.read(TrainingScalar.DISCRIMINATOR_LOSS, 0, Long.MAX_VALUE, COLUMNS);
        ChartCurve line =
                new ChartCurve("DISCRIMINATOR_LOSS", "discriminator", "Loss D", curve, new double[] {1.386}, 1, dots);
        CurveSeries trace = new CurveSeries(line);
        ChartState frame = new ChartState(
                List.of(line),
                ChartWindow.whole(STEPS),
                StepScale.STEPS,
                List.of(),
                new ChartState.Style(false, false, raw));
        trace.write(line, frame, DoubleUnaryOperator.identity());
        return trace;
    }

    @Test
    void aMillionStepsBecomeFewPointsAndNoExtremeIsLost() {
        CurveSeries trace = written(true, false);
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
    void theSpreadIsEmptyWhereItIsHidden() {
        assertEquals(0, written(false, false).spread().getDataCount());
    }
}
