package org.ganvas.view.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartUnit;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * Curves of a run: where each spread, its smoothed course, and a dashed line for what it is compared with. Built once and
 * fed for as long as the window lives. FX thread.
 */
public final class CurveChart extends StackPane {

    private static final Duration RETRY = Duration.millis(50);
    private static final ValueRange PROBABILITIES = new ValueRange(-0.03, 1.05);
    private static final double SHORT_SECONDS = 20;

    private ChartState shown = ChartState.EMPTY;
    private final ValueAxis steps = new ValueAxis(this::time);
    private final ValueAxis values = new ValueAxis();
    private final XYChart chart = new XYChart(steps, values);
    private final Map<String, CurveSeries> traces = new LinkedHashMap<>();
    private final Map<Renderer, Function<CurveSeries, DataSet>> layers = new LinkedHashMap<>();
    private final ChartOverlay overlay = new ChartOverlay(this::area);
    private final PauseTransition retry = new PauseTransition(RETRY);
    private ChartState.@Nullable Look look;
    private @Nullable ValueRange range;

    /**
     * @param navigator hears of wheel, drag and pointer
     */
    public CurveChart(ChartNavigationListener navigator) {
        getStyleClass().add("curve-chart");
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        // A pane in it would take the focus, and do nothing with it.
        chart.getPlotArea().setFocusTraversable(false);
        chart.getMenuPane().setFocusTraversable(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().clear();
        // Spread below rest below smooth: what matters most is drawn last.
        addLayer(new SpreadRenderer(), CurveSeries::spread);
        addLayer(CurveSeries.renderer(), CurveSeries::rest);
        addLayer(CurveSeries.renderer(), CurveSeries::smooth);
        addLayer(new DotRenderer(), CurveSeries::dots);
        chart.getRenderers().addAll(layers.keySet());
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        getChildren().addAll(chart, overlay);
        retry.setOnFinished(event -> show(shown));
        // Another size of text wants other room for the numbers; the font comes with the style sheet, after a layout.
        steps.getTickLabelStyle().fontProperty().addListener(property -> FxThread.later(this::remeasure));
        values.getTickLabelStyle().fontProperty().addListener(property -> FxThread.later(this::remeasure));
        chart.getCanvas().widthProperty().addListener(property -> overlay.place());
        chart.getCanvas().heightProperty().addListener(property -> overlay.place());
        ChartGestures.install(this, this::area, navigator);
        show(ChartState.EMPTY);
    }

    private void addLayer(Renderer renderer, Function<CurveSeries, DataSet> layer) {
        renderer.getAxes().addAll(steps, values);
        layers.put(renderer, layer);
    }

    /** Draws, or does so a little later where the library still reads. */
    public void show(ChartState frame) {
        shown = frame;
        if (traces.values().stream().anyMatch(CurveSeries::busy)) {
            retry.playFromStart();
            return;
        }
        if (!frame.look().equals(look)) {
            look = frame.look();
            range = null;
            values.setLogarithmic(frame.look().logarithmic());
        }
        fitValues(frame);
        steps.set(frame.from(), frame.to());
        DoubleUnaryOperator height = frame.look().logarithmic() ? CurveChart::power : DoubleUnaryOperator.identity();
        Map<String, CurveSeries> idle = new LinkedHashMap<>(traces);
        for (ChartCurve line : frame.lines()) {
            idle.remove(line.id());
            traces.computeIfAbsent(line.id(), id -> trace(line)).write(line, frame, height);
        }
        idle.values().forEach(CurveSeries::clear);
        overlay.place();
    }

    private CurveSeries trace(ChartCurve line) {
        CurveSeries trace = new CurveSeries(line);
        layers.forEach((renderer, layer) -> renderer.getDatasets().add(layer.apply(trace)));
        return trace;
    }

    /** Not a number for what is no power of ten: it has no place. */
    private static double power(double value) {
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    private void fitValues(ChartState frame) {
        ValueRange wanted = wanted(frame);
        if (range == null || !range.suits(wanted)) {
            range = wanted;
            values.set(wanted.low(), wanted.high());
        }
    }

    private static ValueRange wanted(ChartState frame) {
        boolean powers = frame.look().logarithmic();
        if (frame.look().probabilities() && !powers) {
            return PROBABILITIES;
        }
        List<ScalarCurve> curves = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (ChartCurve line : frame.lines()) {
            curves.add(powers ? powers(line.curve()) : line.curve());
            for (double level : line.reference()) {
                levels.add(powers ? power(level) : level);
            }
        }
        double[] all = levels.stream().mapToDouble(Double::doubleValue).toArray();
        return powers ? ValueRange.ofPowers(curves, all) : ValueRange.of(curves, all);
    }

    private static ScalarCurve powers(ScalarCurve curve) {
        return new ScalarCurve(
                curve.steps(), curve.seconds(), powers(curve.low()), powers(curve.high()), powers(curve.smooth()));
    }

    private static double[] powers(double[] values) {
        return java.util.Arrays.stream(values).map(CurveChart::power).toArray();
    }

    private String time(double value) {
        if (shown.scale().unit() != ChartUnit.SECONDS) {
            return NumberFormats.shortCount(Math.round(value));
        }
        return shown.to() - shown.from() < SHORT_SECONDS
                ? String.format(Locale.ROOT, "%.1f s", value)
                : NumberFormats.duration(value);
    }

    private PlotArea area() {
        Canvas canvas = chart.getCanvas();
        Point2D origin = sceneToLocal(canvas.localToScene(0, 0));
        return new PlotArea(origin.getX(), origin.getY(), canvas.getWidth(), canvas.getHeight(), shown);
    }

    /** To be called in a scene: a chart measures the room for its numbers once, perhaps before it knew their font. */
    public void remeasure() {
        if (getScene() == null) {
            return;
        }
        applyCss();
        steps.requestAxisLayout();
        values.requestAxisLayout();
        chart.requestLayout();
    }

    /** Points at a step, for example the one under the pointer in another chart. */
    public void hover(double step, boolean withCard) {
        overlay.hover(step, withCard);
    }

    /** Draws the timeline's line at a step; not a number: none. */
    public void setCursorStep(double step) {
        overlay.setCursorStep(step);
    }

    /** Lets go of the data: a data set that outlives its chart would keep it alive. */
    public void dispose() {
        retry.stop();
        layers.keySet().forEach(renderer -> renderer.getDatasets().clear());
    }
}
