package org.ganvas.viewmodel.train;

import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;

/** A load that the session has not answered yet. FX thread. */
final class PendingLoad {

    private final int runBefore;
    private final long noticeBefore;
    private boolean seenLoading;

    /**
     * @param runBefore number of the run that was there; negative if there was none
     * @param noticeBefore number of the latest notice before
     */
    PendingLoad(int runBefore, long noticeBefore) {
        this.runBefore = runBefore;
        this.noticeBefore = noticeBefore;
    }

    /** Whether the session has carried it out or refused it, by the next snapshot. */
    boolean answered(TrainingSnapshot snapshot) {
        boolean loading = snapshot.state() == RunState.LOADING;
        seenLoading |= loading;
        RunInfo loaded = snapshot.run();
        SessionNotice notice = snapshot.notice();
        boolean complaint =
                notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() > noticeBefore;
        return !loading && (seenLoading || complaint || loaded != null && loaded.number() != runBefore);
    }
}
