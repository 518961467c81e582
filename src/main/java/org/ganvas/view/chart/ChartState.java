package org.ganvas.view.chart;

import java.util.List;
import org.ganvas.session.run.SettingChange;
import org.ganvas.viewmodel.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartWindow;
import org.ganvas.viewmodel.chart.StepScale;

/**
 * What a chart shows at one moment. Immutable, any thread.
 *
 * @param lines the curves that are not hidden
 * @param window which part of the run
 * @param scale how steps are counted
 * @param changes settings that were changed
 * @param look how it is drawn
 */
public record ChartState(
        List<ChartCurve> lines, ChartWindow window, StepScale scale, List<SettingChange> changes, Look look) {

    /**
     * How a chart is drawn.
     *
     * @param logarithmic whether the vertical axis counts powers of ten
     * @param probabilities whether the vertical axis spans 0 to 1
     * @param raw whether every step shows behind the smoothed curve
     */
    public record Look(boolean logarithmic, boolean probabilities, boolean raw) {}

    /** Before the first step. */
    static final ChartState EMPTY =
            new ChartState(List.of(), ChartWindow.EMPTY, StepScale.STEPS, List.of(), new Look(false, false, true));

    /** The left edge as it is counted. */
    double from() {
        return scale.at(window.from());
    }

    /** The right edge as it is counted. */
    double to() {
        return scale.at(window.to());
    }
}
