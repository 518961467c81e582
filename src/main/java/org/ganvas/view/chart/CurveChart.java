package org.ganvas.view.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartUnit;
import org.jspecify.annotations.Nullable;

/**
 * Line chart of a run: for each curve the spread of the raw values, the smoothed line and a dashed reference. Built
 * once and updated for the life of the window content. FX thread.
 */
public final class CurveChart extends StackPane {

    private static final Duration RETRY = Duration.millis(50);
    private static final AxisValueRange PROBABILITIES = new AxisValueRange(-0.03, 1.05);
    private static final double VALUE_AXIS = 46;

    private ChartState shown = ChartState.EMPTY;
    private final ChartValueAxis steps = new ChartValueAxis(ChartValueAxis.Scale.COUNTS);
    private final ChartValueAxis values = new ChartValueAxis(ChartValueAxis.Scale.VALUES);
    private final XYChart chart = new XYChart(steps, values);
    private final Map<String, CurveSeries> series = new LinkedHashMap<>();
    private final Map<Renderer, Function<CurveSeries, DataSet>> layers = new LinkedHashMap<>();
    private final ChartOverlay overlay = new ChartOverlay(this::area);
    private final PauseTransition retry = new PauseTransition(RETRY);
    private ChartState.@Nullable Style style;
    private @Nullable AxisValueRange range;

    /**
     * @param navigator receives the gestures
     */
    public CurveChart(ChartNavigationListener navigator) {
        getStyleClass().add("curve-chart");
        chart.setLegendVisible(false);
        // A chart that is higher than its place would cover what stands above it, and lose the labels of its steps. Its
        // panes have a least height of their own, that of the value axis.
        List.of(
                        chart,
                        chart.getMenuPane(),
                        chart.getMeasurementPane(),
                        chart.getTitleLegendPane(),
                        chart.getAxesAndCanvasPane(),
                        chart.getPlotArea())
                .forEach(pane -> pane.setMinSize(0, 0));
        setMinHeight(0);
        chart.setAnimated(false);
        // Inner panes would take the focus without using it.
        chart.getPlotArea().setFocusTraversable(false);
        chart.getMenuPane().setFocusTraversable(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().clear();
        // Spread below reference below smoothed line: the most important is drawn last.
        addLayer(new SpreadRenderer(), CurveSeries::spread);
        addLayer(CurveSeries.renderer(), CurveSeries::reference);
        addLayer(CurveSeries.renderer(), CurveSeries::smooth);
        addLayer(new MetricDotRenderer(), CurveSeries::dots);
        chart.getRenderers().addAll(layers.keySet());
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        getChildren().addAll(chart, overlay);
        retry.setOnFinished(event -> show(shown));
        // The same in every chart, so that plot areas above one another are in line.
        TextScaling.scalePrefWidth(values, VALUE_AXIS);
        TextScaling.scaleMinWidth(values, VALUE_AXIS);
        // Another text size needs another margin for the tick labels; the font arrives with the style sheet, after a
        // layout.
        steps.getTickLabelStyle().fontProperty().addListener(property -> FxThread.later(this::remeasure));
        values.getTickLabelStyle().fontProperty().addListener(property -> FxThread.later(this::remeasure));
        chart.getCanvas().widthProperty().addListener(property -> overlay.layoutOverlay());
        chart.getCanvas().heightProperty().addListener(property -> overlay.layoutOverlay());
        ChartGestures.install(this, this::area, navigator);
        show(ChartState.EMPTY);
    }

    private void addLayer(Renderer renderer, Function<CurveSeries, DataSet> layer) {
        renderer.getAxes().addAll(steps, values);
        layers.put(renderer, layer);
    }

    /** Shows a state; a little later where the library still holds read locks on the data. */
    public void show(ChartState frame) {
        shown = frame;
        if (series.values().stream().anyMatch(CurveSeries::isLocked)) {
            retry.playFromStart();
            return;
        }
        if (!frame.style().equals(style)) {
            style = frame.style();
            range = null;
            values.setLogarithmic(frame.style().logarithmic());
        }
        fitValues(frame);
        steps.setScale(
                frame.scale().unit() == ChartUnit.SECONDS ? ChartValueAxis.Scale.SECONDS : ChartValueAxis.Scale.COUNTS);
        steps.set(frame.from(), frame.to());
        DoubleUnaryOperator height = frame.style().logarithmic() ? CurveChart::log10 : DoubleUnaryOperator.identity();
        Map<String, CurveSeries> idle = new LinkedHashMap<>(series);
        for (ChartCurve line : frame.lines()) {
            idle.remove(line.id());
            series.computeIfAbsent(line.id(), id -> newSeries(line)).write(line, frame, height);
        }
        idle.values().forEach(CurveSeries::clear);
        overlay.layoutOverlay();
    }

    private CurveSeries newSeries(ChartCurve line) {
        CurveSeries trace = new CurveSeries(line);
        layers.forEach((renderer, layer) -> renderer.getDatasets().add(layer.apply(trace)));
        return trace;
    }

    /** Decimal logarithm; NaN for values that have none. */
    private static double log10(double value) {
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    private void fitValues(ChartState frame) {
        AxisValueRange target = targetRange(frame);
        if (range == null || !range.fits(target)) {
            range = target;
            values.set(target.low(), target.high());
        }
    }

    private static AxisValueRange targetRange(ChartState frame) {
        boolean powers = frame.style().logarithmic();
        if (frame.style().probabilities() && !powers) {
            return PROBABILITIES;
        }
        List<ScalarCurve> curves = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (ChartCurve line : frame.lines()) {
            curves.add(powers ? log10(line.curve()) : line.curve());
            for (double level : line.reference()) {
                levels.add(powers ? log10(level) : level);
            }
        }
        double[] all = levels.stream().mapToDouble(Double::doubleValue).toArray();
        return powers ? AxisValueRange.ofLogarithms(curves, all) : AxisValueRange.of(curves, all);
    }

    private static ScalarCurve log10(ScalarCurve curve) {
        return new ScalarCurve(
                curve.steps(), curve.seconds(), log10(curve.low()), log10(curve.high()), log10(curve.smooth()));
    }

    private static double[] log10(double[] values) {
        return java.util.Arrays.stream(values).map(CurveChart::log10).toArray();
    }

    private ChartPlotArea area() {
        Canvas canvas = chart.getCanvas();
        Point2D origin = sceneToLocal(canvas.localToScene(0, 0));
        return new ChartPlotArea(origin.getX(), origin.getY(), canvas.getWidth(), canvas.getHeight(), shown);
    }

    /** Measures the tick labels again, inside a scene: the library does it once, perhaps before the font is known. */
    public void remeasure() {
        if (getScene() == null) {
            return;
        }
        applyCss();
        steps.requestAxisLayout();
        values.requestAxisLayout();
        chart.requestLayout();
    }

    /** Shows the hover line at a step, for example the one under the pointer in another chart. */
    public void hover(double step, boolean withCard) {
        overlay.hover(step, withCard);
    }

    /** Shows the timeline cursor at a step; NaN hides it. */
    public void setCursorStep(double step) {
        overlay.setCursorStep(step);
    }

    /** Releases the data: a data set that outlives its chart would keep it in memory. */
    public void dispose() {
        retry.stop();
        layers.keySet().forEach(renderer -> renderer.getDatasets().clear());
    }
}
