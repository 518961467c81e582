package org.ganvas.cli.train;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;

/** Poller of a session's snapshots, until one fulfils a condition or Ctrl+C is pressed. Used by the command's own thread. */
public final class SnapshotPoller {

    private final CliEnvironment environment;
    private final TrainingSession session;
    private final StopSignal stop;
    private TrainingSnapshot latest = TrainingSnapshot.EMPTY;
    private long reportedNotice;

    public SnapshotPoller(CliEnvironment environment, TrainingSession session, StopSignal stop) {
        this.environment = environment;
        this.session = session;
        this.stop = stop;
    }

    /**
     * Waits for a snapshot that fulfils a condition.
     *
     * @param condition checked on every new snapshot, after the listener
     * @param listener called with every new snapshot
     * @return the snapshot that fulfils it, or the latest one if the user stops
     */
    TrainingSnapshot await(Predicate<TrainingSnapshot> condition, Consumer<TrainingSnapshot> listener) {
        while (!stop.requested()) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot == null) {
                environment.waitBriefly();
                continue;
            }
            latest = snapshot;
            listener.accept(snapshot);
            if (condition.test(snapshot)) {
                break;
            }
        }
        return latest;
    }

    /** Whether a snapshot carries a problem that was not reported yet. */
    boolean hasNewProblem(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        return notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() > reportedNotice;
    }

    /** Marks the problem of a snapshot as reported. */
    void markReported(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        reportedNotice = notice == null ? reportedNotice : Math.max(reportedNotice, notice.number());
    }
}
