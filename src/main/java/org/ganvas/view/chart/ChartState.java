package org.ganvas.view.chart;

import java.util.List;
import org.ganvas.session.run.SettingChange;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartWindow;
import org.ganvas.viewmodel.chart.StepScale;

/**
 * Content of a chart. Immutable, any thread.
 *
 * @param lines the visible curves
 * @param window visible part of the run
 * @param scale unit of the horizontal axis
 * @param changes changes of settings during the run
 * @param style style of drawing
 */
public record ChartState(
        List<ChartCurve> lines, ChartWindow window, StepScale scale, List<SettingChange> changes, Style style) {

    /**
     * Drawing style of a chart.
     *
     * @param logarithmic whether the vertical axis is logarithmic
     * @param probabilities whether the vertical axis spans 0 to 1
     * @param raw whether the raw values show behind the smoothed curve
     */
    public record Style(boolean logarithmic, boolean probabilities, boolean raw) {}

    /** Chart before the first step. */
    static final ChartState EMPTY =
            new ChartState(List.of(), ChartWindow.EMPTY, StepScale.STEPS, List.of(), new Style(false, false, true));

    /** Left edge in units of the scale. */
    double from() {
        return scale.at(window.from());
    }

    /** Right edge in units of the scale. */
    double to() {
        return scale.at(window.to());
    }
}
