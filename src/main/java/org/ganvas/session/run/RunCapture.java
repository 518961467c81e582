package org.ganvas.session.run;

import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * A run at one moment, complete: enough to save it, to export it, and to go on exactly where it stopped.
 *
 * @param info what it was started from, with live changes
 * @param state weights, averages, optimizer and step
 * @param trainedSeconds time spent training so far
 * @param scalars the curves so far
 * @param threads native threads that the latest steps were computed with; {@link #UNKNOWN_THREADS} if nobody wrote it
 *     down. Sums are taken in another order with another number, so going on exactly needs the same
 * @param metrics what was measured so far
 * @param sampleGrid the grid as it was drawn last, perhaps some steps before; null if it never was
 * @param bookmarks what a person kept of its latent space
 */
public record RunCapture(
        RunInfo info,
        TrainerState state,
        double trainedSeconds,
        ScalarLog scalars,
        MetricLog metrics,
        int threads,
        @Nullable SampleGrid sampleGrid,
        Bookmarks bookmarks) {

    /** In place of {@link #threads}. */
    public static final int UNKNOWN_THREADS = 0;

    /** A run that nobody measured. */
    public RunCapture(
            RunInfo info,
            TrainerState state,
            double trainedSeconds,
            ScalarLog metrics,
            int threads,
            @Nullable SampleGrid picture) {
        this(info, state, trainedSeconds, metrics, new MetricLog(), threads, picture, Bookmarks.NONE);
    }

    /** A run that nobody drew, computed with nobody knows how many threads. */
    public RunCapture(RunInfo info, TrainerState state, double trainedSeconds, ScalarLog metrics) {
        this(info, state, trainedSeconds, metrics, UNKNOWN_THREADS, null);
    }
}
