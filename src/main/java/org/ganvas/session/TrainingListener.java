package org.ganvas.session;

import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.run.SampleGrid;

/**
 * Events of the runs of one session. Called on the training thread, which waits for the listener, unless the method says
 * otherwise. Listeners hear of an event in the order in which they were added.
 */
public interface TrainingListener {

    /**
     * A run took the place of the one before.
     *
     * @param sameRun whether it is the run that was there, at an earlier step; else it was loaded, restored or reset
     */
    default void onRunLoaded(TrainingRun run, boolean sameRun) {}

    /**
     * The sample grid has another layout or other weights; follows every {@link #onRunLoaded} as well.
     *
     * @param grid size and weights of the grid
     * @param real real images in the same layout
     * @param sameNetworks whether copies of the networks made before still serve
     */
    default void onGridChanged(TrainingRun run, TrainingCommand.SetGrid grid, SampleGrid real, boolean sameNetworks) {}

    /**
     * Training continues from the present step of the run; called before the first of the new steps.
     *
     * @param running whether the run keeps training; false for a single step
     */
    default void onContinued(TrainingRun run, boolean running) {}

    /**
     * A step was taken. An exception stops the run.
     *
     * @param step steps taken so far
     * @param trainedSeconds training time so far
     */
    default void onStep(long step, double trainedSeconds, StepReport scores) {}

    /**
     * The weights may be copied now: after every step while the run trains, and once when it pauses.
     *
     * @param paused whether no further call comes soon
     */
    default void onWeights(TrainingRun run, boolean paused) {}

    /**
     * New images are due.
     *
     * @param now whether newer weights replace a copy that was not used yet; false while further calls come soon
     * @return whether the listener took a copy of the weights to render the sample grid with
     */
    default boolean onImagesDue(TrainingRun run, boolean now) {
        return false;
    }

    /** A listener took a copy of the weights to render the sample grid with; follows {@link #onImagesDue}. */
    default void onGridOrdered(TrainingRun run) {}

    /** The sample grid was rendered. Called on the {@code explore} thread. */
    default void onGridRendered(SampleGrid grid) {}

    /** The spec of the run was changed while it is loaded. */
    default void onSpecChanged(TrainingRun run) {}

    /** The run trains on other data from its present step on; {@link #onRunLoaded} and {@link #onGridChanged} follow. */
    default void onDataChanged(TrainingRun run) {}

    /**
     * The user set one weight of the run while it is loaded.
     *
     * @param before the value that it had
     */
    default void onWeightChanged(TrainingRun run, WeightEdit edit, float before) {}

    /**
     * A step was not possible, and the run went back to its last good one.
     *
     * @param failedStep the step that was not possible
     */
    default void onDiverged(TrainingRun run, long failedStep) {}
}
