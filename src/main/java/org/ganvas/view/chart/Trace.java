package org.ganvas.view.chart;

import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.locks.DefaultDataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.List;
import org.ganvas.session.run.Curve;

/** The three lines of one curve: where it spread, how it goes when smoothed, and where it rests in theory. FX thread. */
final class Trace {

    private final DoubleDataSet spread;
    private final DoubleDataSet smooth;
    private final DoubleDataSet rest;
    private double restLevel = Double.NaN;

    Trace(Series series) {
        spread = line(series, "spread");
        smooth = line(series, "smooth");
        rest = line(series, "rest");
    }

    private static DoubleDataSet line(Series series, String kind) {
        DoubleDataSet line = new DoubleDataSet(series.symbol() + " " + kind);
        line.addStyleClasses("trace", kind, series.actor());
        return line;
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

    /** A layout outside a pulse holds read locks until the next one; a write before that would wait for ever. */
    boolean busy() {
        return List.of(spread, smooth, rest).stream()
                .anyMatch(set -> set.lock() instanceof DefaultDataSetLock<?> lock && lock.getReaderCount() > 0);
    }

    void setRest(double level) {
        restLevel = level;
    }

    void write(Curve curve, double fromStep, double toStep) {
        int size = curve.size();
        double[] x = new double[2 * size];
        double[] y = new double[2 * size];
        for (int i = 0; i < size; i++) {
            x[2 * i] = curve.steps()[i];
            x[2 * i + 1] = curve.steps()[i];
            boolean up = i % 2 == 0;
            y[2 * i] = up ? curve.low()[i] : curve.high()[i];
            y[2 * i + 1] = up ? curve.high()[i] : curve.low()[i];
        }
        spread.set(x, y, 2 * size, true);
        smooth.set(curve.steps(), curve.smooth(), size, true);
        rest.set(new double[] {fromStep, toStep}, new double[] {restLevel, restLevel}, 2, true);
    }
}
