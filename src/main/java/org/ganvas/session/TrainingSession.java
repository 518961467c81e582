package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.ScalarLog;
import org.jspecify.annotations.Nullable;

/** The session as the rooms see it: commands go in, snapshots come out. Every method may be called from any thread. */
public interface TrainingSession extends AutoCloseable {

    /** Queues a command and returns at once. Its effect shows in a later snapshot, never before. */
    void submit(TrainingCommand command);

    /** Takes the newest snapshot out of the mailbox; null if there was none since the last call. */
    @Nullable
    TrainingSnapshot takeSnapshot();

    /**
     * Adds somebody who hears of failures of the program itself, on the thread where they happen; what they mean for the
     * run stands in a notice. A desk that cannot fail so need not do anything.
     */
    default void addFailureListener(Consumer<Throwable> listener) {}

    /** The desk that looks into the networks of the run. */
    default NetworkInspector inspector() {
        return NetworkInspector.NONE;
    }

    /** Renders chosen latents with the generator of the run. */
    default LatentRenderer latents() {
        return LatentRenderer.NONE;
    }

    /** The kept moments of the current run. */
    default CheckpointHistory history() {
        return CheckpointHistory.NONE;
    }

    /** What is kept of the current run's latent space. */
    default Bookmarks bookmarks() {
        return Bookmarks.NONE;
    }

    /** The curves of the current run; a new log for each run ({@link RunInfo#number}). */
    ScalarLog scalars();

    /** How the game is, as the doctor sees it; of another run it is another. */
    default Diagnosis diagnosis() {
        return Diagnosis.NONE;
    }

    /** What was measured of the current run so far; a new log for each run. */
    default MetricLog metrics() {
        return new MetricLog();
    }

    /** Adds a listener to what happens to the runs from now on. */
    void addListener(TrainingListener listener);

    /** Ends every thread of the session and frees what it holds. Does nothing the second time. */
    @Override
    void close();
}
