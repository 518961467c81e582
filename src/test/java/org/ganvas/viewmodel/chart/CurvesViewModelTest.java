package org.ganvas.viewmodel.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurvesViewModelTest {

    private static final long SECOND = 1_000_000_000;

    private final Logs session = new Logs();
    private final InMemoryPreferences preferences = new InMemoryPreferences();
    private final CurvesViewModel model = new CurvesViewModel(session, preferences);
    private long now;

    /** Session with logs only. */
    private static final class Logs implements TrainingSession {
        private ScalarLog log = new ScalarLog();
        private final MetricLog metrics = new MetricLog();

        @Override
        public void submit(TrainingCommand command) {}

        @Override
        public @Nullable TrainingSnapshot takeSnapshot() {
            return null;
        }

        @Override
        public void addListener(TrainingListener listener) {}

        @Override
        public void close() {}

        @Override
        public ScalarLog scalars() {
            return log;
        }

        @Override
        public MetricLog metrics() {
            return metrics;
        }
    }

    @Test
    void zoomedInEachStepIsAPoint() {
        train(1, 4_000);
        ScalarCurve whole = frame().of(TrainingScalar.DISCRIMINATOR_LOSS);
        assertTrue(whole.size() <= 400, whole.size() + " buckets");
        model.zoom(2_000, 0.01);
        ScalarCurve near = frame().of(TrainingScalar.DISCRIMINATOR_LOSS);
        assertTrue(near.size() >= 40, near.size() + " buckets");
        assertEquals(1, near.steps()[1] - near.steps()[0]);
        assertTrue(near.steps()[0] <= 1_980 && near.steps()[near.size() - 1] >= 2_020);
    }

    @Test
    void movedWindowIsReadAtOnceAndNewStepsAtIntervals() {
        train(1, 1_000);
        Curves first = frame();
        train(1_001, 1_001);
        now -= SECOND - 1_000;
        assertSame(first, frame(), "too soon after the last");
        now -= SECOND - 1_000;
        model.zoom(500, 0.5);
        assertNotSame(first, frame());
    }

    @Test
    void newRunIsShownWhole() {
        train(1, 1_000);
        frame();
        model.zoom(500, 0.1);
        frame();
        session.log = new ScalarLog();
        assertTrue(frame().window().isWhole());
    }

    @Test
    void changesAndMetricsComeWithTheCurves() {
        train(1, 10);
        frame();
        SettingChange change = new SettingChange(5, 0.5, "rate.generator", "1", "2");
        session.log.changes().append(change);
        session.metrics.append(new MetricLog.MetricValue("kid", 7, 0.7, 0.25, 0.1));
        Curves shown = frame();
        assertEquals(List.of(change), shown.changes());
        assertEquals(0.25, shown.metrics().get("kid").get(0).value());
    }

    @Test
    void smoothingIsAsChosenAndRatesAreNotSmoothed() {
        train(1, 100);
        model.settings().horizonProperty().set(0);
        ScalarCurve raw = frame().of(TrainingScalar.DISCRIMINATOR_LOSS);
        assertEquals(raw.low()[60], raw.smooth()[60], 1e-9);
        model.settings().horizonProperty().set(ChartSettings.HORIZONS.indexOf(1_000));
        Curves slow = frame();
        ScalarCurve loss = slow.of(TrainingScalar.DISCRIMINATOR_LOSS);
        assertTrue(Math.abs(loss.smooth()[99] - loss.low()[99]) > 1e-3);
        ScalarCurve rate = slow.of(TrainingScalar.GENERATOR_RATE);
        assertEquals(rate.high()[99], rate.smooth()[99], 1e-12);
    }

    @Test
    void legendShowsTheValuesOfTheStepThatIsLookedAtUntilThePresentIsShownAgain() {
        train(1, 1_000);
        session.metrics.append(new MetricLog.MetricValue("kid", 100, 10, 0.5, 0.1));
        session.metrics.append(new MetricLog.MetricValue("kid", 600, 60, 0.25, 0.1));
        model.settings().horizonProperty().set(0);
        double latest = 1 + Math.sin(1_000);
        frame();
        assertEquals(latest, value(ChartKind.LOSSES, "DISCRIMINATOR_LOSS"), 1e-9);
        assertEquals(0.25, value(ChartKind.MEASURES, "kid"));
        model.cursorProperty().set(300);
        // Also where the charts show other steps.
        model.zoom(800, 0.1);
        assertEquals(300, frame().lookedAt().step());
        assertEquals(1 + Math.sin(300), value(ChartKind.LOSSES, "DISCRIMINATOR_LOSS"), 1e-9);
        assertEquals(3e-4, value(ChartKind.RATES, "GENERATOR_RATE"), 1e-12);
        assertEquals(0.5, value(ChartKind.MEASURES, "kid"));
        model.cursorProperty().set(20);
        frame();
        assertEquals(1e-4, value(ChartKind.RATES, "GENERATOR_RATE"), 1e-12);
        assertTrue(Double.isNaN(value(ChartKind.MEASURES, "kid")), "it was not evaluated yet");
        model.cursorProperty().set(0);
        frame();
        assertTrue(Double.isNaN(value(ChartKind.LOSSES, "DISCRIMINATOR_LOSS")), "no step was trained yet");
        model.cursorProperty().set(Double.NaN);
        model.showAll();
        assertFalse(frame().isPast());
        assertEquals(latest, value(ChartKind.LOSSES, "DISCRIMINATOR_LOSS"), 1e-9);
    }

    private double value(ChartKind kind, String id) {
        return model.curvesOf(kind).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void exportIsInFullResolutionOrOfTheWindowOnly() {
        train(1, 4_000);
        frame();
        model.zoom(2_000, 0.01);
        frame();
        assertEquals(
                4_000, model.fullResolution(false).of(TrainingScalar.FAKE_SCORE).size());
        ScalarCurve seen = model.fullResolution(true).of(TrainingScalar.FAKE_SCORE);
        assertEquals(1_980, seen.steps()[0]);
        assertEquals(2_020, seen.steps()[seen.size() - 1]);
    }

    @Test
    void millionStepsAreNoMorePointsThanPixels() {
        int columns = 600;
        model.setColumns(columns);
        train(1, 654_320);
        session.log.append(654_321, 65_432.1, new StepReport(99, 99, 0.5, 0.5));
        train(654_322, 1_000_000);
        Curves whole = frame();
        assertFewerPoints(columns, whole);
        assertEquals(
                99,
                java.util.Arrays.stream(
                                whole.of(TrainingScalar.DISCRIMINATOR_LOSS).high())
                        .max()
                        .orElseThrow());
        for (int turn = 0; turn < 40; turn++) {
            model.zoom(654_321, 0.8);
            assertFewerPoints(columns, frame());
        }
        assertTrue(model.curvesProperty().get().window().width() < 1_000);
        for (int turn = 0; turn < 40; turn++) {
            model.pan(turn * 300);
            assertFewerPoints(columns, frame());
        }
    }

    private static void assertFewerPoints(int columns, Curves curves) {
        for (TrainingScalar metric : TrainingScalar.values()) {
            int size = curves.of(metric).size();
            assertTrue(size <= columns, metric + " has " + size + " points for " + columns + " columns of pixels");
        }
    }

    @Test
    void chartSettingsAreStored() {
        ChartSettings settings = model.settings();
        settings.unitProperty().set(ChartUnit.SECONDS);
        settings.horizonProperty().set(2);
        settings.toggleCurve("GENERATOR_LOSS");
        settings.toggleLogarithmic(ChartKind.GRADIENTS);
        settings.swap(ChartKind.LOSSES, ChartKind.RATES);
        ChartSettings again = new CurvesViewModel(session, preferences).settings();
        assertEquals(ChartUnit.SECONDS, again.unitProperty().get());
        assertEquals(10, again.horizon());
        assertTrue(again.hidden().contains("GENERATOR_LOSS"));
        assertTrue(again.logarithmic().contains("GRADIENTS"));
        assertEquals(ChartKind.RATES, again.order().get(0));
        assertEquals(ChartKind.values().length, again.order().size());
    }

    @Test
    void isolatedCurveHidesOthersOfItsChartUntilIsolatedAgain() {
        ChartSettings settings = model.settings();
        settings.toggleCurve("REAL_SCORE");
        List<String> losses = List.of("DISCRIMINATOR_LOSS", "GENERATOR_LOSS");
        settings.isolate("GENERATOR_LOSS", losses);
        assertEquals(java.util.Set.of("REAL_SCORE", "DISCRIMINATOR_LOSS"), hiddenScalars());
        settings.isolate("GENERATOR_LOSS", losses);
        assertEquals(java.util.Set.of("REAL_SCORE"), hiddenScalars());
    }

    private java.util.Set<String> hiddenScalars() {
        return Arrays.stream(TrainingScalar.values())
                .map(Enum::name)
                .filter(model.settings().hidden()::contains)
                .collect(Collectors.toSet());
    }

    @Test
    void ofAllMetricsTheFirstIsDrawnUntilOthersAreChosen() {
        java.util.Set<String> hidden = model.settings().hidden();
        assertFalse(hidden.contains("classifier_frechet"));
        assertTrue(hidden.contains("precision"));
        model.settings().toggleCurve("precision");
        assertFalse(hidden.contains("precision"));
    }

    private Curves frame() {
        now += SECOND;
        model.onFrame(now);
        return model.curvesProperty().get();
    }

    private void train(int from, int to) {
        for (int step = from; step <= to; step++) {
            double loss = 1 + Math.sin(step);
            session.log.append(
                    step,
                    step * 0.1,
                    new StepReport(
                            loss,
                            loss,
                            0.5,
                            0.5,
                            Double.NaN,
                            0,
                            new UpdateStatistics(1, 1, 1),
                            new UpdateStatistics(1, 1, step < 50 ? 1e-4 : 3e-4),
                            null));
        }
    }
}
