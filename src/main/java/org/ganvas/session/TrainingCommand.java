package org.ganvas.session;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A command to the session. Carried out on the training thread between two steps, in order; one that does not fit the
 * state of the run is refused with a notice that says why. Immutable, any thread.
 */
public sealed interface TrainingCommand {

    /** Calls the handler's method for this command. */
    void dispatch(Handler handler);

    /** One method for each command, so that the compiler lets none be forgotten. */
    interface Handler {
        void load(Load command);

        void cancelLoad(CancelLoad command);

        void start(Start command);

        void pause(Pause command);

        void step(Step command);

        void reset(Reset command);

        void adjust(Adjust command);

        void setWeight(SetWeight command);

        void useData(UseData command);

        void setEvaluationPeriod(SetEvaluationPeriod command);

        void setThreads(SetThreads command);

        void setPace(SetPace command);

        void setGrid(SetGrid command);

        void capture(Capture command);

        void markCheckpoint(MarkCheckpoint command);

        void goBack(GoBack command);

        void setBookmarks(SetBookmarks command);

        void restore(Restore command);
    }

    /** Reads data and builds networks; the run before is kept if that fails. Leaves the new run READY. */
    record Load(RunRequest request) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.load(this);
        }
    }

    /** Cancels the load that is under way. */
    record CancelLoad() implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.cancelLoad(this);
        }
    }

    /** READY or PAUSED to RUNNING, until the rule is met. */
    record Start(StopRule until) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.start(this);
        }
    }

    /** RUNNING to PAUSED. */
    record Pause() implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.pause(this);
        }
    }

    /**
     * One step, from READY or PAUSED; leaves PAUSED.
     *
     * @param only the network that is updated, while the other rests; null for both
     * @param trace completed on the training thread with a record of the step, which changes nothing that is computed; null
     *     for no record
     */
    record Step(@Nullable Player only, @Nullable CompletableFuture<StepTrace> trace) implements TrainingCommand {

        /** A step of both networks, not recorded. */
        public Step() {
            this(null, null);
        }

        /** A step of one network, or both, not recorded. */
        public Step(@Nullable Player only) {
            this(only, null);
        }

        @Override
        public void dispatch(Handler handler) {
            handler.step(this);
        }
    }

    /** Discards the trained weights and starts the same run from its seed; leaves READY. */
    record Reset() implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.reset(this);
        }
    }

    /**
     * Another spec from the next step on, as far as {@link SpecDiff} calls the difference live. Refused with a notice
     * where it needs a new start.
     *
     * @param spec with the changes
     */
    record Adjust(GanSpec spec) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.adjust(this);
        }
    }

    /**
     * Sets one weight between two steps; the optimizers' accumulated state and averaged weights stay. Refused with a notice
     * where the network has no such weight, or while steps are taken again.
     *
     * @param run number of the run; refused if another one is loaded
     */
    record SetWeight(int run, WeightEdit edit) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.setWeight(this);
        }
    }

    /**
     * Trains on other points from the next step on; weights, averages and the optimizers' accumulated state stay. Refused
     * with a notice where the data does not fit the networks, or while steps are taken again.
     *
     * @param run number of the run; refused if another one is loaded
     * @param data of the same shape
     */
    record UseData(int run, Dataset data) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.useData(this);
        }
    }

    /**
     * Time between evaluations of the generator while it trains.
     *
     * @param everySeconds at least; longer where an evaluation would take more than its share of a core; 0 for never
     */
    record SetEvaluationPeriod(double everySeconds) implements TrainingCommand {

        /** Until the user chooses another period. */
        public static final double DEFAULT_SECONDS = 5;

        @Override
        public void dispatch(Handler handler) {
            handler.setEvaluationPeriod(this);
        }
    }

    /**
     * Another number of native threads from the next step on.
     *
     * @param count 1 to {@link ThreadPolicy#MOST}; {@link ThreadPolicy#AUTOMATIC} for calibration
     */
    record SetThreads(int count) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.setThreads(this);
        }
    }

    /**
     * Pace of training, so that steps can be watched. Changes nothing that is computed.
     *
     * @param stepsPerSecond the most steps a second, above 0; {@link #UNLIMITED} for as many as there can be
     */
    record SetPace(double stepsPerSecond) implements TrainingCommand {

        /** No limit, as at the start of a session. */
        public static final double UNLIMITED = 0;

        /** The slowest pace. */
        public static final double SLOWEST = 0.001;

        /** Refuses a pace that is none with an IllegalArgumentException. */
        public SetPace {
            if (stepsPerSecond != UNLIMITED && !(stepsPerSecond >= SLOWEST && Double.isFinite(stepsPerSecond))) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s steps a second are no pace.", stepsPerSecond));
            }
        }

        @Override
        public void dispatch(Handler handler) {
            handler.setPace(this);
        }
    }

    /**
     * Size and weights of the sample grid.
     *
     * @param rows of the grid, 1 to 32
     * @param columns of the grid, 1 to 32; a run of more classes may have more, see {@link #layout}
     * @param averaged whether it is rendered with G's averaged weights (where the run has them) or the raw ones
     */
    record SetGrid(int rows, int columns, boolean averaged) implements TrainingCommand {

        /** Until the user chooses another grid. */
        public static final SetGrid DEFAULT = new SetGrid(10, 10, true);

        /** With more classes than this, a column for each class would be too narrow to see. */
        private static final int MOST_CLASS_COLUMNS = 16;

        /**
         * The grid of a run. A conditional generator has at least one column for each class, and renders class {@code column %
         * classes} in each column.
         */
        public SampleGridLayout layout(GanSpec spec, long seed) {
            boolean byClass = spec.conditional() && spec.classes() <= MOST_CLASS_COLUMNS;
            return SampleGridLayout.of(spec, rows, byClass ? Math.max(columns, spec.classes()) : columns, seed);
        }

        @Override
        public void dispatch(Handler handler) {
            handler.setGrid(this);
        }
    }

    /**
     * A complete copy of the run at a safe point, for saving and exporting.
     *
     * @param answer completed on the training thread; exceptionally if there is no run
     */
    record Capture(CompletableFuture<RunCapture> answer) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.capture(this);
        }
    }

    /**
     * Gives a checkpoint a name, by which it is kept, or takes its name away. Refused where the session keeps no history.
     *
     * @param checkpoint of the run; null for the present step, of which one is kept
     * @param name empty to take it away
     */
    record MarkCheckpoint(@Nullable Checkpoint checkpoint, String name) implements TrainingCommand {

        /** A mark at the present step. */
        public MarkCheckpoint(String name) {
            this(null, name);
        }

        @Override
        public void dispatch(Handler handler) {
            handler.markCheckpoint(this);
        }
    }

    /**
     * Goes back to a step of the run: to the newest complete checkpoint at or before it, from where the steps up to it are
     * taken again exactly. Checkpoints after it are kept until training continues. Leaves PAUSED, or READY at step 0.
     * Refused where the session keeps no history.
     *
     * @param step to reach
     * @param keepTraining whether a run that trains goes on to train there, by the same rule
     */
    record GoBack(long step, boolean keepTraining) implements TrainingCommand {

        /** Goes back and pauses. */
        public GoBack(long step) {
            this(step, false);
        }

        @Override
        public void dispatch(Handler handler) {
            handler.goBack(this);
        }
    }

    /**
     * Bookmarks of the run, which its project will hold.
     *
     * @param run number of the run; refused if another one is loaded
     */
    record SetBookmarks(int run, RunBookmarks bookmarks) implements TrainingCommand {
        @Override
        public void dispatch(Handler handler) {
            handler.setBookmarks(this);
        }
    }

    /**
     * Continues a captured run where it stopped; the run before is kept if that fails. Leaves PAUSED, or READY at step 0.
     *
     * @param past checkpoints of the run, in order of steps
     */
    record Restore(RunCapture capture, List<ProjectCheckpoint> past) implements TrainingCommand {

        public Restore {
            past = List.copyOf(past);
        }

        /** A run without checkpoints. */
        public Restore(RunCapture capture) {
            this(capture, List.of());
        }

        @Override
        public void dispatch(Handler handler) {
            handler.restore(this);
        }
    }
}
