package org.ganvas.session;

import org.ganvas.engine.state.StepReport;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * State of the session at one time, for the screen. Immutable; made on the training thread, read on any.
 *
 * @param state of the run
 * @param run the loaded run; null while there is none
 * @param loading progress of a load, 0 to 1; negative when nothing is being loaded
 * @param step steps taken since the start of the run
 * @param trainedSeconds time spent training, pauses not counted
 * @param stepsPerSecond over the last second; 0 while training does not run
 * @param imagesPerSecond real images shown to D a second, over the same time
 * @param residentBytes resident memory of the process; 0 where the system does not tell it
 * @param threads native threads that the engine computes with, and why
 * @param scores of the latest step; null before the first
 * @param generated the sample grid as it was rendered last; null before the first of a run
 * @param real real images in the same layout, of a translation the wanted ones; null while there is no run
 * @param input inputs of a translation in the same layout, as images; null for a generator of latents
 * @param notice the latest notice; null if there was none
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
        @Nullable SampleGrid input,
        @Nullable SessionNotice notice) {

    /** Before anything is loaded. */
    public static final TrainingSnapshot EMPTY =
            new TrainingSnapshot(RunState.EMPTY, null, -1, 0, 0, 0, 0, 0, ThreadUse.NONE, null, null, null, null, null);

    TrainingSnapshot with(@Nullable SessionNotice newNotice) {
        return like(state, run, loading, threads, generated, real, input, newNotice);
    }

    TrainingSnapshot with(ThreadUse newThreads) {
        return like(state, run, loading, newThreads, generated, real, input, notice);
    }

    /** The same with another sample grid. */
    public TrainingSnapshot withGenerated(@Nullable SampleGrid grid) {
        return like(state, run, loading, threads, grid, real, input, notice);
    }

    /** The same with other data and its sample grid. */
    public TrainingSnapshot withData(RunInfo other, SampleGrid grid) {
        return like(state, other, loading, threads, generated, grid, input, notice);
    }

    TrainingSnapshot withReal(@Nullable SampleGrid grid, @Nullable SampleGrid inputs) {
        return like(state, run, loading, threads, generated, grid, inputs, notice);
    }

    TrainingSnapshot withState(RunState newState, double newLoading) {
        return like(newState, run, newLoading, threads, generated, real, input, notice);
    }

    /** The same step, with all that may change between two steps. */
    private TrainingSnapshot like(
            RunState newState,
            @Nullable RunInfo newRun,
            double newLoading,
            ThreadUse newThreads,
            @Nullable SampleGrid newGenerated,
            @Nullable SampleGrid newReal,
            @Nullable SampleGrid newInput,
            @Nullable SessionNotice newNotice) {
        return new TrainingSnapshot(
                newState,
                newRun,
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
                newInput,
                newNotice);
    }
}
