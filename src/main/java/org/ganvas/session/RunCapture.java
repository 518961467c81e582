package org.ganvas.session;

import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * A run at one moment, complete: enough to save it, to export it, and to go on exactly where it stopped.
 *
 * @param info what it was started from, with live changes
 * @param state weights, averages, optimizer and step
 * @param trainedSeconds time spent training so far
 * @param metrics the curves so far
 * @param picture the grid as it was drawn last, perhaps some steps before; null if it never was
 */
public record RunCapture(
        RunInfo info,
        TrainerState state,
        double trainedSeconds,
        MetricLog metrics,
        @Nullable PictureGrid picture) {

    /** A run that nobody drew. */
    public RunCapture(RunInfo info, TrainerState state, double trainedSeconds, MetricLog metrics) {
        this(info, state, trainedSeconds, metrics, null);
    }
}
