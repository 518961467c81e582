package org.ganvas.view.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.ganvas.viewmodel.CurvesViewModel.Curves;
import org.ganvas.viewmodel.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Curves over training steps: where each spread, its smoothed course, and a dashed line where it rests in theory. Built
 * once and fed for as long as the window lives. FX thread.
 */
public final class CurveChart extends StackPane {

    private static final double FIRST_STEPS = 100;
    private static final Duration RETRY = Duration.millis(50);

    private final List<Series> series;
    private final List<Trace> traces;
    private static final ValueRange PROBABILITIES = new ValueRange(-0.03, 1.05);

    private @Nullable ValueRange fixedRange;
    private final DefaultNumericAxis steps = new DefaultNumericAxis();
    private final DefaultNumericAxis values = new DefaultNumericAxis();
    private final XYChart chart = new XYChart(steps, values);
    private final List<Renderer> renderers = new ArrayList<>();
    private final ChartHover hover;
    private final PauseTransition retry = new PauseTransition(RETRY);
    private Curves shown = Curves.EMPTY;
    private @Nullable ValueRange range;
    private double[] restLevels;

    /** A chart whose vertical axis follows its curves. */
    public CurveChart(List<Series> series) {
        this.series = List.copyOf(series);
        traces = series.stream().map(Trace::new).toList();
        restLevels = new double[series.size()];
        getStyleClass().add("curve-chart");
        setUpAxis(steps, number -> Figures.shortCount(Math.round(number)), 6);
        setUpAxis(values, CurveChart::tick, 6);
        setUpChart();
        getChildren().add(chart);
        retry.setOnFinished(event -> show(shown));
        hover = new ChartHover(chart, this, this.series);
        show(Curves.EMPTY);
    }

    /** Whether the curves are probabilities, so that the axis spans 0 to 1. */
    public void setProbabilities(boolean probabilities) {
        fixedRange = probabilities ? PROBABILITIES : null;
        range = null;
        show(shown);
    }

    private void setUpChart() {
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        // A pane in it would take the focus, and do nothing with it.
        chart.getPlotArea().setFocusTraversable(false);
        chart.getMenuPane().setFocusTraversable(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().clear();
        // Spread below rest below smooth: what matters most is drawn last.
        addLayer(new SpreadRenderer(), Trace::spread);
        addLayer(Trace.renderer(), Trace::rest);
        addLayer(Trace.renderer(), Trace::smooth);
        chart.getRenderers().addAll(renderers);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
    }

    private void addLayer(Renderer renderer, Function<Trace, DataSet> layer) {
        renderer.getAxes().addAll(steps, values);
        renderer.getDatasets().addAll(traces.stream().map(layer).toList());
        renderers.add(renderer);
    }

    private static void setUpAxis(DefaultNumericAxis axis, Function<Double, String> format, int ticks) {
        axis.setAutoRanging(false);
        axis.setAnimated(false);
        axis.setName(null);
        axis.setUnit(null);
        axis.setMinorTickCount(0);
        axis.setMaxMajorTickLabelCount(ticks);
        axis.setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
        axis.setTickLabelFormatter(new TickText(format));
    }

    private static String tick(double value) {
        // Steps of a tenth add up to almost zero, which would read as minus zero.
        String text = Figures.value(Math.abs(value) < 1e-9 ? 0 : value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** Where each curve rests in theory, in the order of the series; not a number where it does not. */
    public void setRest(double... levels) {
        restLevels = levels.clone();
        range = null;
        IntStream.range(0, traces.size()).forEach(i -> traces.get(i).setRest(levels[i]));
        show(shown);
    }

    /** Draws, or does so a little later where the library still reads. */
    public void show(Curves curves) {
        shown = curves;
        hover.show(curves);
        if (traces.stream().anyMatch(Trace::busy)) {
            retry.playFromStart();
            return;
        }
        double last =
                series.stream().mapToDouble(one -> lastStep(curves, one)).max().orElse(0);
        double end = Math.max(FIRST_STEPS, last);
        fitValues(curves);
        steps.set(0, end);
        for (int i = 0; i < traces.size(); i++) {
            traces.get(i).write(curves.of(series.get(i).metric()), 0, end);
        }
    }

    private static double lastStep(Curves curves, Series one) {
        double[] all = curves.of(one.metric()).steps();
        return all.length == 0 ? 0 : all[all.length - 1];
    }

    private void fitValues(Curves curves) {
        ValueRange wanted = fixedRange != null
                ? fixedRange
                : ValueRange.of(
                        series.stream().map(one -> curves.of(one.metric())).toList(), restLevels);
        if (range == null || !range.suits(wanted)) {
            range = wanted;
            values.set(wanted.low(), wanted.high());
        }
    }

    /** Lets go of the data: a data set that outlives its chart would keep it alive. */
    public void dispose() {
        retry.stop();
        renderers.forEach(renderer -> renderer.getDatasets().clear());
    }
}
