package org.ganvas.session.run;

import org.ganvas.engine.state.TrainerState;
import org.jspecify.annotations.Nullable;

/**
 * A complete copy of a run at one step: enough to save it, to export it, and to continue exactly where it stopped.
 * Immutable but for the logs, which are copies of its own; any thread.
 *
 * @param info what it was started from, with live changes
 * @param state weights, averages, optimizer state and step
 * @param trainedSeconds time spent training so far
 * @param scalars the training curves so far
 * @param metrics the evaluation metrics so far
 * @param threads native threads of the latest steps; {@link #UNKNOWN_THREADS} if not recorded. Their number decides the
 *     order of summation, so continuing exactly needs the same
 * @param sampleGrid the grid as it was rendered last, perhaps some steps before; null if it never was
 * @param bookmarks what the user keeps of its latent space
 */
public record RunCapture(
        RunInfo info,
        TrainerState state,
        double trainedSeconds,
        ScalarLog scalars,
        MetricLog metrics,
        int threads,
        @Nullable SampleGrid sampleGrid,
        RunBookmarks bookmarks) {

    /** In place of {@link #threads}. */
    public static final int UNKNOWN_THREADS = 0;

    /** The same run on data at another place. */
    public RunCapture withDataId(String id) {
        return new RunCapture(
                info.withRequest(info.request().withDataId(id)),
                state,
                trainedSeconds,
                scalars,
                metrics,
                threads,
                sampleGrid,
                bookmarks);
    }

    /** Whether a capture can be of the same run at this step or later. */
    public boolean isEarlierThan(RunCapture later) {
        RunRequest request = info.request();
        RunRequest other = later.info.request();
        return request.presetId().equals(other.presetId())
                && request.seed() == other.seed()
                && request.dataId().equals(other.dataId())
                && state.step() <= later.state.step()
                && trainedSeconds <= later.trainedSeconds
                && state.hasLayoutOf(later.state);
    }

    /** A run without evaluation and bookmarks. */
    public RunCapture(
            RunInfo info,
            TrainerState state,
            double trainedSeconds,
            ScalarLog scalars,
            int threads,
            @Nullable SampleGrid sampleGrid) {
        this(info, state, trainedSeconds, scalars, new MetricLog(), threads, sampleGrid, RunBookmarks.NONE);
    }

    /** A run that was never rendered, with an unknown number of threads. */
    public RunCapture(RunInfo info, TrainerState state, double trainedSeconds, ScalarLog scalars) {
        this(info, state, trainedSeconds, scalars, UNKNOWN_THREADS, null);
    }
}
