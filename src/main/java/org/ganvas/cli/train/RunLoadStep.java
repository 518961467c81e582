package org.ganvas.cli.train;

import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.message.Message;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.jspecify.annotations.Nullable;

/** First step of a training command: loads a run into the session and waits for it. Used by the command's own thread. */
public final class RunLoadStep {

    private final TrainingSession session;
    private final StopSignal stop;
    private final SnapshotPoller poller;
    private final TrainingProgressReport progress;

    public RunLoadStep(
            TrainingSession session, StopSignal stop, SnapshotPoller poller, TrainingProgressReport progress) {
        this.session = session;
        this.stop = stop;
        this.poller = poller;
        this.progress = progress;
    }

    /**
     * Loads a run.
     *
     * @param command loads or restores it
     * @return the snapshot in which it is ready to train
     * @throws CliException if it cannot be loaded, or the user stopped it
     */
    public TrainingSnapshot load(TrainingCommand command) throws CliException {
        session.submit(command);
        TrainingSnapshot now = poller.await(
                snapshot -> poller.hasNewProblem(snapshot) || isLoaded(snapshot),
                snapshot -> progress.showLoading(snapshot.loading()));
        progress.clear();
        if (stop.requested() && !isLoaded(now)) {
            session.submit(new TrainingCommand.CancelLoad());
            throw new CliException(Message.of("cli.train.stoppedWhileLoading"));
        }
        if (!isLoaded(now)) {
            throw new CliException(withHint(message(now.notice())));
        }
        return now;
    }

    /** Adds how the classes of a preset are changed here, which the message does not know: it also stands in the window. */
    private static Message withHint(Message reason) {
        return reason.key().equals("engine.spec.data.classes") ? Message.of("cli.train.classesHint", reason) : reason;
    }

    private static boolean isLoaded(TrainingSnapshot snapshot) {
        return snapshot.run() != null && snapshot.state().canStep();
    }

    /** Text of a notice for the user. */
    static Message message(@Nullable SessionNotice notice) {
        return notice == null ? Message.of("cli.train.failedWithoutReason") : notice.message();
    }
}
