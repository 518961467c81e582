package org.ganvas.view.chart;

import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.locks.DefaultDataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.viewmodel.chart.ChartCurve;

/** The lines of one curve: where it spread, how it goes when smoothed, and what it is compared with. FX thread. */
final class CurveSeries {

    private final DoubleDataSet spread;
    private final DoubleDataSet smooth;
    private final DoubleDataSet rest;
    private final DoubleDataSet dots;

    CurveSeries(ChartCurve line) {
        spread = set(line, "spread");
        smooth = set(line, "smooth");
        rest = set(line, "rest");
        dots = set(line, "dots");
    }

    private static DoubleDataSet set(ChartCurve line, String kind) {
        DoubleDataSet set = new DoubleDataSet(line.id() + " " + kind);
        set.addStyleClasses("trace", kind, line.colour());
        return set;
    }

    static ErrorDataSetRenderer renderer() {
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.setDrawMarker(false);
        // The library's own thinning leaves noisy curves as they are and draws once a second; ours come thinned.
        renderer.setPointReduction(false);
        renderer.setAllowNaNs(true);
        renderer.setErrorStyle(ErrorStyle.NONE);
        return renderer;
    }

    DoubleDataSet spread() {
        return spread;
    }

    DoubleDataSet smooth() {
        return smooth;
    }

    DoubleDataSet rest() {
        return rest;
    }

    DoubleDataSet dots() {
        return dots;
    }

    /** A layout outside a pulse holds read locks until the next one; a write before that would wait for ever. */
    boolean busy() {
        return List.of(spread, smooth, rest, dots).stream()
                .anyMatch(set -> set.lock() instanceof DefaultDataSetLock<?> lock && lock.getReaderCount() > 0);
    }

    /** Draws nothing. */
    void clear() {
        double[] none = new double[0];
        for (DoubleDataSet set : List.of(spread, smooth, rest, dots)) {
            set.set(none, none, 0, true);
        }
    }

    /**
     * Draws.
     *
     * @param frame the chart it is part of
     * @param height where a value stands on the vertical axis
     */
    void write(ChartCurve line, ChartState frame, DoubleUnaryOperator height) {
        ScalarCurve curve = line.curve();
        double[] x = Arrays.stream(curve.steps()).map(frame.scale()::at).toArray();
        double[] y = Arrays.stream(curve.smooth()).map(height).toArray();
        smooth.set(x, y, x.length, true);
        dots.set(x, y, line.points() ? x.length : 0, true);
        writeSpread(curve, x, height, frame.look().raw() && !line.points());
        writeRest(line.reference(), x, frame, height);
    }

    private void writeSpread(ScalarCurve curve, double[] x, DoubleUnaryOperator height, boolean shown) {
        int size = shown ? curve.size() : 0;
        double[] twice = new double[2 * size];
        double[] ends = new double[2 * size];
        for (int i = 0; i < size; i++) {
            boolean up = i % 2 == 0;
            twice[2 * i] = x[i];
            twice[2 * i + 1] = x[i];
            ends[2 * i] = height.applyAsDouble(up ? curve.low()[i] : curve.high()[i]);
            ends[2 * i + 1] = height.applyAsDouble(up ? curve.high()[i] : curve.low()[i]);
        }
        spread.set(twice, ends, 2 * size, true);
    }

    /** One level from edge to edge, or a level for each point, prolonged to both edges. */
    private void writeRest(double[] levels, double[] x, ChartState frame, DoubleUnaryOperator height) {
        int count = levels.length == 0 ? 0 : levels.length + 2;
        double[] at = new double[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            int level = Math.max(0, Math.min(levels.length - 1, i - 1));
            at[i] = i == 0 ? frame.from() : i == count - 1 || levels.length == 1 ? frame.to() : x[level];
            value[i] = height.applyAsDouble(levels[level]);
        }
        rest.set(at, value, count, true);
    }
}
