package org.ganvas.cli;

import org.ganvas.session.Notice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.jspecify.annotations.Nullable;

/** Puts a run on the desk and waits until it lies there. Used by the command's own thread. */
final class RunLoader {

    private final Backstage.Desk desk;
    private final StopSignal stop;
    private final DeskWatch watch;
    private final ProgressReport progress;

    RunLoader(Backstage.Desk desk, StopSignal stop, DeskWatch watch, ProgressReport progress) {
        this.desk = desk;
        this.stop = stop;
        this.watch = watch;
        this.progress = progress;
    }

    TrainingSnapshot load(TrainingCommand begin) throws CliException {
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

    static String text(@Nullable Notice notice) {
        return notice == null ? "Training stopped, and nobody said why." : notice.text();
    }
}
