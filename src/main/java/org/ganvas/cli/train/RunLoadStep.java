package org.ganvas.cli.train;

import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.jspecify.annotations.Nullable;

/** Puts a run on the desk and waits until it lies there. Used by the command's own thread. */
public final class RunLoadStep {

    private final TrainingSession desk;
    private final StopSignal stop;
    private final SnapshotPoller watch;
    private final TrainingProgressReport progress;

    public RunLoadStep(TrainingSession desk, StopSignal stop, SnapshotPoller watch, TrainingProgressReport progress) {
        this.desk = desk;
        this.stop = stop;
        this.watch = watch;
        this.progress = progress;
    }

    public TrainingSnapshot load(TrainingCommand begin) throws CliException {
        desk.submit(begin);
        TrainingSnapshot now =
                watch.await(seen -> watch.newProblem(seen) || loaded(seen), seen -> progress.loading(seen.loading()));
        progress.clear();
        if (stop.requested() && !loaded(now)) {
            desk.submit(new TrainingCommand.CancelLoad());
            throw new CliException("Stopped before training began; nothing was changed.");
        }
        if (!loaded(now)) {
            throw new CliException(text(now.notice()));
        }
        return now;
    }

    private static boolean loaded(TrainingSnapshot snapshot) {
        return snapshot.run() != null && snapshot.state().canStep();
    }

    static String text(@Nullable SessionNotice notice) {
        return notice == null
                ? "Training stopped, and nobody said why."
                : notice.message().english();
    }
}
