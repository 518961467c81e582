package org.ganvas.viewmodel.train;

import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;

/** Load command that the session has not answered yet. FX thread. */
final class PendingLoad {

    private final int runBefore;
    private final long noticeBefore;
    private boolean seenLoading;

    /**
     * @param runBefore number of the run before; negative if there was none
     * @param noticeBefore number of the latest notice before
     */
    PendingLoad(int runBefore, long noticeBefore) {
        this.runBefore = runBefore;
        this.noticeBefore = noticeBefore;
    }

    /** Whether the session has carried it out or refused it, judging by the next snapshot. */
    boolean answered(TrainingSnapshot snapshot) {
        boolean loading = snapshot.state() == RunState.LOADING;
        seenLoading |= loading;
        RunInfo loaded = snapshot.run();
        SessionNotice notice = snapshot.notice();
        boolean refused =
                notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() > noticeBefore;
        return !loading && (seenLoading || refused || loaded != null && loaded.number() != runBefore);
    }
}
