package org.ganvas.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;

/** What a person can ask of the session. Carried out on the training thread between two steps, in order. */
public sealed interface TrainingCommand {

    /** Reads data and builds networks; what runs now is kept if that fails. Leaves the new run READY. */
    record Load(RunRequest request) implements TrainingCommand {}

    /** Gives up a load that is under way. */
    record CancelLoad() implements TrainingCommand {}

    /** READY or PAUSED to RUNNING, until the rule says PAUSED. */
    record Start(StopRule until) implements TrainingCommand {}

    /** RUNNING to PAUSED. */
    record Pause() implements TrainingCommand {}

    /** One step, from READY or PAUSED; leaves PAUSED. */
    record Step() implements TrainingCommand {}

    /** Throws the trained weights away and starts the same run from its seed; leaves READY. */
    record Reset() implements TrainingCommand {}

    /**
     * Another spec from the next step on, as far as {@link SpecDiff} calls the difference live. Refused with a notice
     * where it needs a new start.
     *
     * @param spec with the changes
     */
    record Adjust(GanSpec spec) implements TrainingCommand {}

    /**
     * How often the generator is measured while it trains.
     *
     * @param everySeconds at least; longer where measuring would take more than its share; 0 for never
     */
    record SetMeasuring(double everySeconds) implements TrainingCommand {

        /** Unless somebody says otherwise. */
        public static final double USUAL_SECONDS = 5;
    }

    /**
     * Another number of native threads from the next step on.
     *
     * @param count 1 to {@link ThreadPolicy#MOST}; {@link ThreadPolicy#AUTOMATIC} to have it measured
     */
    record SetThreads(int count) implements TrainingCommand {}

    /**
     * How pictures are drawn.
     *
     * @param rows of the grid, 1 to 32
     * @param columns of the grid, 1 to 32; a conditional net draws class {@code column % classes} in each column
     * @param averaged whether G's averaged weights draw (where the run has them) or the raw ones
     */
    record SetGrid(int rows, int columns, boolean averaged) implements TrainingCommand {}

    /**
     * A complete copy of the run at a safe point, for saving and exporting.
     *
     * @param answer completed on the training thread; exceptionally if there is no run
     */
    record Capture(CompletableFuture<RunCapture> answer) implements TrainingCommand {}

    /**
     * Keeps this moment under a name.
     *
     * @param name not empty
     */
    record Mark(String name) implements TrainingCommand {}

    /**
     * Goes back to the newest complete moment at or before a step; what came after is kept until training goes on. Leaves
     * PAUSED.
     */
    record GoBack(long step) implements TrainingCommand {}

    /** Other keepsakes of the run, which its project will hold. */
    record Keep(int run, Bookmarks keepsakes) implements TrainingCommand {}

    /**
     * Takes up a captured run where it stopped; what runs now is kept if that fails. Leaves PAUSED.
     *
     * @param past moments of the run, in order of steps
     */
    record Restore(RunCapture capture, List<ProjectCheckpoint> past) implements TrainingCommand {

        public Restore {
            past = List.copyOf(past);
        }

        /** A run whose past nobody kept. */
        public Restore(RunCapture capture) {
            this(capture, List.of());
        }
    }
}
