package org.ganvas.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.ganvas.engine.state.StepReport;
import org.ganvas.message.Message;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * The newest snapshot, changed piece by piece by the training and the explore thread and put into the mailbox after each
 * change. Any thread.
 */
final class SnapshotPublisher {

    /** More than any user would read; older ones are dropped where no snapshot is ever taken. */
    private static final int MOST_WAITING = 32;

    private final LatestValueMailbox<TrainingSnapshot> mailbox = new LatestValueMailbox<>();
    private final Deque<SessionNotice> waiting = new ArrayDeque<>();
    private boolean noticeTaken = true;
    private TrainingSnapshot current = TrainingSnapshot.EMPTY;
    private long notices;

    /** Changes the snapshot and publishes it. */
    synchronized void update(UnaryOperator<TrainingSnapshot> change) {
        current = change.apply(current);
        mailbox.put(current);
    }

    /** Publishes that no run is loaded. */
    void showNoRun(RunState state, ThreadUse threads) {
        update(old -> TrainingSnapshot.EMPTY
                .with(old.notice())
                .with(threads)
                .withState(state, state == RunState.LOADING ? Math.max(0, old.loading()) : -1));
    }

    /** Publishes the state of a run; its images stay as they were. */
    void show(
            TrainingRun run, RunState state, @Nullable StepReport scores, ThreadUse threads, PublishSchedule schedule) {
        double stepsPerSecond = state == RunState.RUNNING
                ? schedule.stepsPerSecond(run.trainer().stepsTaken())
                : 0;
        long residentBytes = schedule.residentBytes();
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
                old.grids(),
                old.notice()));
    }

    /** Publishes a notice under the next number, after those that were not taken yet. */
    synchronized void notice(SessionNotice.Kind kind, Message message) {
        notices++;
        waiting.addLast(new SessionNotice(notices, kind, message));
        if (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
        }
        if (noticeTaken) {
            publishNextNotice();
        }
    }

    private void publishNextNotice() {
        SessionNotice next = waiting.pollFirst();
        if (next != null) {
            noticeTaken = false;
            update(now -> now.with(next));
        }
    }

    /** The sample grid that was rendered last; null before the first of a run. */
    synchronized @Nullable SampleGrid generated() {
        return current.generated();
    }

    /** Takes the newest snapshot; null if there was none since the last call. */
    synchronized @Nullable TrainingSnapshot take() {
        TrainingSnapshot taken = mailbox.take();
        if (taken != null) {
            noticeTaken = true;
            publishNextNotice();
        }
        return taken;
    }
}
