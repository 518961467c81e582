package org.ganvas.cli.train;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;

/** Looks at a desk until something is so, or Ctrl+C was pressed. Used by the command's own thread. */
public final class SnapshotPoller {

    private final CliEnvironment backstage;
    private final TrainingSession desk;
    private final StopSignal stop;
    private TrainingSnapshot last = TrainingSnapshot.EMPTY;
    private long told;

    public SnapshotPoller(CliEnvironment backstage, TrainingSession desk, StopSignal stop) {
        this.backstage = backstage;
        this.desk = desk;
        this.stop = stop;
    }

    /**
     * Waits.
     *
     * @param until tried on every new snapshot
     * @param seen hears of every new snapshot
     * @return the snapshot for which it is so, or the last one where the person wants to stop
     */
    TrainingSnapshot await(Predicate<TrainingSnapshot> until, Consumer<TrainingSnapshot> seen) {
        while (!stop.requested()) {
            TrainingSnapshot snapshot = desk.takeSnapshot();
            if (snapshot == null) {
                backstage.rest();
                continue;
            }
            last = snapshot;
            seen.accept(snapshot);
            if (until.test(snapshot)) {
                break;
            }
        }
        return last;
    }

    /** Whether a snapshot carries a problem that was not told yet. */
    boolean newProblem(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        return notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() > told;
    }

    /** The problem of this snapshot was told. */
    void told(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        told = notice == null ? told : Math.max(told, notice.number());
    }
}
