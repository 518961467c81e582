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
 * @param grids sample grids as they were rendered last
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
        Grids grids,
        @Nullable SessionNotice notice) {

    /** Before anything is loaded. */
    public static final TrainingSnapshot EMPTY =
            new TrainingSnapshot(RunState.EMPTY, null, -1, 0, 0, 0, 0, 0, ThreadUse.NONE, null, Grids.NONE, null);

    /**
     * Sample grids of one layout.
     *
     * @param generated as it was rendered last; null before the first of a run
     * @param real real images, of a translation the wanted ones; null while there is no run
     * @param input inputs of a translation as images; null for a generator of latents
     */
    public record Grids(
            @Nullable SampleGrid generated,
            @Nullable SampleGrid real,
            @Nullable SampleGrid input) {

        /** Nothing was rendered yet. */
        public static final Grids NONE = new Grids(null, null, null);
    }

    /** The generated grid; null before the first of a run. */
    public @Nullable SampleGrid generated() {
        return grids.generated();
    }

    /** The grid of real or wanted images; null while there is no run. */
    public @Nullable SampleGrid real() {
        return grids.real();
    }

    /** The grid of a translation's inputs; null for a generator of latents. */
    public @Nullable SampleGrid input() {
        return grids.input();
    }

    TrainingSnapshot with(@Nullable SessionNotice newNotice) {
        return like(state, run, loading, threads, grids, newNotice);
    }

    TrainingSnapshot with(ThreadUse newThreads) {
        return like(state, run, loading, newThreads, grids, notice);
    }

    /** The same with another sample grid. */
    public TrainingSnapshot withGenerated(@Nullable SampleGrid grid) {
        return like(state, run, loading, threads, new Grids(grid, real(), input()), notice);
    }

    /** The same with other data and its sample grid. */
    public TrainingSnapshot withData(RunInfo other, SampleGrid grid) {
        return like(state, other, loading, threads, new Grids(generated(), grid, input()), notice);
    }

    TrainingSnapshot withReal(@Nullable SampleGrid grid, @Nullable SampleGrid inputs) {
        return like(state, run, loading, threads, new Grids(generated(), grid, inputs), notice);
    }

    TrainingSnapshot withState(RunState newState, double newLoading) {
        return like(newState, run, newLoading, threads, grids, notice);
    }

    /** The same step, with all that may change between two steps. */
    private TrainingSnapshot like(
            RunState newState,
            @Nullable RunInfo newRun,
            double newLoading,
            ThreadUse newThreads,
            Grids newGrids,
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
                newGrids,
                newNotice);
    }
}
