package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.evaluation.EvaluationProgress;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.ScalarLog;
import org.jspecify.annotations.Nullable;

/**
 * A training session: commands go in, snapshots come out. Every method may be called from any thread. What a session does
 * not offer is answered by a {@code NONE} that does nothing.
 */
public interface TrainingSession extends AutoCloseable {

    /**
     * Queues a command and returns at once. Its effect, or the notice that says why it was refused, shows in a later
     * snapshot.
     */
    void submit(TrainingCommand command);

    /** Takes the newest snapshot; null if there was none since the last call. */
    @Nullable
    TrainingSnapshot takeSnapshot();

    /**
     * Adds a listener to errors of the program itself, called on the thread where they happen; what they mean for the run
     * is stated in a notice.
     */
    default void addFailureListener(Consumer<Throwable> listener) {}

    /** Inspects the networks of the run. */
    default NetworkInspector inspector() {
        return NetworkInspector.NONE;
    }

    /** Observes the game of a run on 2-D points. */
    default PointLab lab() {
        return PointLab.NONE;
    }

    /** Renders chosen latents with the generator of the run. */
    default LatentRenderer latents() {
        return LatentRenderer.NONE;
    }

    /** The data of the run; null before the first. */
    default @Nullable Dataset data() {
        return null;
    }

    /** The checkpoints of the run. */
    default CheckpointHistory history() {
        return CheckpointHistory.NONE;
    }

    /** The bookmarks of the run. */
    default RunBookmarks bookmarks() {
        return RunBookmarks.NONE;
    }

    /** Training scalars of the run; a new log for each run ({@link RunInfo#number}). */
    ScalarLog scalars();

    /** The latest diagnosis of the run. */
    default Diagnosis diagnosis() {
        return Diagnosis.NONE;
    }

    /** Evaluation metrics of the run; a new log for each run. */
    default MetricLog metrics() {
        return new MetricLog();
    }

    /** What the evaluation of the run does or waits for. */
    default EvaluationProgress evaluation() {
        return EvaluationProgress.OFF;
    }

    /** The most steps a second; {@link TrainingCommand.SetPace#UNLIMITED} for no limit. */
    default double pace() {
        return TrainingCommand.SetPace.UNLIMITED;
    }

    /** Adds a listener to what happens to the runs from now on. */
    void addListener(TrainingListener listener);

    /** Ends every thread of the session and frees what it holds. Does nothing the second time. */
    @Override
    void close();
}
