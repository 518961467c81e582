package org.ganvas.session;

import org.ganvas.engine.state.StepReport;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * What the screen may know at one moment. Immutable; made on the training thread, read on any.
 *
 * @param state where the run stands
 * @param run the loaded run; null while there is none
 * @param loading what is being loaded, 0 to 1; negative when nothing is
 * @param step steps taken since the start of the run
 * @param trainedSeconds time spent training, pauses not counted
 * @param stepsPerSecond over the last second or so; 0 while it does not run
 * @param imagesPerSecond real pictures shown to D a second, over the same time
 * @param residentBytes memory of the whole process as the system counts it; 0 where it cannot be had
 * @param threads native threads the engine computes with, and why
 * @param scores of the latest step; null before the first
 * @param generated the fixed latents drawn by the generator as it is now; null while there is no run
 * @param real pictures of the data in the same arrangement; null while there is no run
 * @param notice the latest sentence for the person at the screen; null if there was none
 */
public record TrainingSnapshot(
        RunState state,
        @Nullable RunInfo run,
        double loading,
        long step,
        double trainedSeconds,
        double stepsPerSecond,
        double imagesPerSecond,
        long residentBytes,
        ThreadUse threads,
        @Nullable StepReport scores,
        @Nullable SampleGrid generated,
        @Nullable SampleGrid real,
        @Nullable SessionNotice notice) {

    /** Before anything is loaded. */
    public static final TrainingSnapshot EMPTY =
            new TrainingSnapshot(RunState.EMPTY, null, -1, 0, 0, 0, 0, 0, ThreadUse.NONE, null, null, null, null);

    TrainingSnapshot with(@Nullable SessionNotice newNotice) {
        return like(state, loading, threads, generated, real, newNotice);
    }

    TrainingSnapshot with(ThreadUse newThreads) {
        return like(state, loading, newThreads, generated, real, notice);
    }

    /** The same with another grid of the fixed latents. */
    public TrainingSnapshot withGenerated(@Nullable SampleGrid grid) {
        return like(state, loading, threads, grid, real, notice);
    }

    TrainingSnapshot withReal(@Nullable SampleGrid grid) {
        return like(state, loading, threads, generated, grid, notice);
    }

    TrainingSnapshot withState(RunState newState, double newLoading) {
        return like(newState, newLoading, threads, generated, real, notice);
    }

    /** The same run at the same step, with all that may change between two steps. */
    private TrainingSnapshot like(
            RunState newState,
            double newLoading,
            ThreadUse newThreads,
            @Nullable SampleGrid newGenerated,
            @Nullable SampleGrid newReal,
            @Nullable SessionNotice newNotice) {
        return new TrainingSnapshot(
                newState,
                run,
                newLoading,
                step,
                trainedSeconds,
                stepsPerSecond,
                imagesPerSecond,
                residentBytes,
                newThreads,
                scores,
                newGenerated,
                newReal,
                newNotice);
    }
}
