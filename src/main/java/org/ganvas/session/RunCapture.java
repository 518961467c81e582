package org.ganvas.session;

import org.ganvas.engine.state.TrainerState;

/**
 * A run at one moment, complete: enough to save it, to export it, and to go on exactly where it stopped.
 *
 * @param info what it was started from, with live changes
 * @param state weights, averages, optimizer and step
 * @param trainedSeconds time spent training so far
 * @param metrics the curves so far
 */
public record RunCapture(RunInfo info, TrainerState state, double trainedSeconds, MetricLog metrics) {}
