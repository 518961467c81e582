package org.ganvas.session;

import java.util.function.UnaryOperator;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * The newest snapshot, changed piece by piece by the training and the explore thread and put into the mailbox after
 * each change.
 */
final class SnapshotPublisher {

    private final Mailbox<TrainingSnapshot> mailbox = new Mailbox<>();
    private TrainingSnapshot current = TrainingSnapshot.EMPTY;
    private long notices;

    /** Changes the snapshot and shows it. */
    synchronized void update(UnaryOperator<TrainingSnapshot> change) {
        current = change.apply(current);
        mailbox.put(current);
    }

    /** Shows that nothing is on the desk. */
    void showNoRun(RunState state, ThreadUse threads) {
        update(old -> TrainingSnapshot.EMPTY
                .with(old.notice())
                .with(threads)
                .withState(state, state == RunState.LOADING ? Math.max(0, old.loading()) : -1));
    }

    /** Shows how a run stands; its pictures stay as they were. */
    void show(TrainingRun run, RunState state, @Nullable StepReport scores, ThreadUse threads, PublishSchedule ticker) {
        double stepsPerSecond =
                state == RunState.RUNNING ? ticker.stepsPerSecond(run.trainer().stepsTaken()) : 0;
        long residentBytes = ticker.residentBytes();
        update(old -> new TrainingSnapshot(
                state,
                run.info(),
                state == RunState.LOADING ? Math.max(0, old.loading()) : -1,
                run.trainer().stepsTaken(),
                run.trainedSeconds(),
                stepsPerSecond,
                stepsPerSecond * run.spec().training().batch(),
                residentBytes,
                threads,
                scores,
                old.generated(),
                old.real(),
                old.notice()));
    }

    /** Shows a sentence. */
    synchronized void notice(SessionNotice.Kind kind, String text) {
        notices++;
        SessionNotice notice = new SessionNotice(notices, kind, text);
        update(now -> now.with(notice));
    }

    /** The grid as it was drawn last. */
    synchronized @Nullable SampleGrid drawn() {
        return current.generated();
    }

    @Nullable
    TrainingSnapshot take() {
        return mailbox.take();
    }
}
