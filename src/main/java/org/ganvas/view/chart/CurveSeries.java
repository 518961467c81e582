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

/** ChartFX data sets of one curve: spread, smoothed line, reference and dots. FX thread. */
final class CurveSeries {

    private final DoubleDataSet spread;
    private final DoubleDataSet smooth;
    private final DoubleDataSet reference;
    private final DoubleDataSet dots;

    CurveSeries(ChartCurve line) {
        spread = set(line, "spread");
        smooth = set(line, "smooth");
        reference = set(line, "rest");
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
        // The library's point reduction keeps noisy curves unchanged and draws once a second; the curves are bucketed
        // already.
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

    DoubleDataSet reference() {
        return reference;
    }

    DoubleDataSet dots() {
        return dots;
    }

    /** Whether a layout outside a pulse holds read locks until the next one; a write before that would deadlock. */
    boolean isLocked() {
        return List.of(spread, smooth, reference, dots).stream()
                .anyMatch(set -> set.lock() instanceof DefaultDataSetLock<?> lock && lock.getReaderCount() > 0);
    }

    /** Removes all points. */
    void clear() {
        double[] empty = new double[0];
        for (DoubleDataSet set : List.of(spread, smooth, reference, dots)) {
            set.set(empty, empty, 0, true);
        }
    }

    /**
     * Writes the points of a curve.
     *
     * @param frame state of the whole chart
     * @param height vertical axis coordinate of a value
     */
    void write(ChartCurve line, ChartState frame, DoubleUnaryOperator height) {
        ScalarCurve curve = line.curve();
        double[] x = Arrays.stream(curve.steps()).map(frame.scale()::at).toArray();
        double[] y = Arrays.stream(curve.smooth()).map(height).toArray();
        smooth.set(x, y, x.length, true);
        dots.set(x, y, line.points() ? x.length : 0, true);
        writeSpread(curve, x, height, frame.style().raw() && !line.points());
        writeReference(line.reference(), x, frame, height);
    }

    private void writeSpread(ScalarCurve curve, double[] x, DoubleUnaryOperator height, boolean shown) {
        int size = shown ? curve.size() : 0;
        double[] xs = new double[2 * size];
        double[] ys = new double[2 * size];
        for (int i = 0; i < size; i++) {
            boolean up = i % 2 == 0;
            xs[2 * i] = x[i];
            xs[2 * i + 1] = x[i];
            ys[2 * i] = height.applyAsDouble(up ? curve.low()[i] : curve.high()[i]);
            ys[2 * i + 1] = height.applyAsDouble(up ? curve.high()[i] : curve.low()[i]);
        }
        spread.set(xs, ys, 2 * size, true);
    }

    /** Writes one level from edge to edge, or a level for each point, extended to both edges. */
    private void writeReference(double[] levels, double[] x, ChartState frame, DoubleUnaryOperator height) {
        int count = levels.length == 0 ? 0 : levels.length + 2;
        double[] at = new double[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            int level = Math.max(0, Math.min(levels.length - 1, i - 1));
            at[i] = i == 0 ? frame.from() : i == count - 1 || levels.length == 1 ? frame.to() : x[level];
            value[i] = height.applyAsDouble(levels[level]);
        }
        reference.set(at, value, count, true);
    }
}
