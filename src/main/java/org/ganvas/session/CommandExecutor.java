package org.ganvas.session;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.session.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands where they fit the state of the run, and refuses them with a notice where they do not. The training
 * thread's.
 */
final class CommandExecutor implements TrainingCommand.Handler {

    private final TrainingLoop loop;
    private final RunLoader loader;
    private final HistoryRecorder history;
    private final EvaluationListener evaluation;
    private final SnapshotPublisher publisher;

    CommandExecutor(
            TrainingLoop loop,
            RunLoader loader,
            HistoryRecorder history,
            EvaluationListener evaluation,
            SnapshotPublisher publisher) {
        this.loop = loop;
        this.loader = loader;
        this.history = history;
        this.evaluation = evaluation;
        this.publisher = publisher;
    }

    /** Carries out or refuses a command, and publishes the result. A closed session refuses on any thread. */
    void execute(TrainingCommand command) {
        if (loop.state() == RunState.CLOSED) {
            refuse(Message.of("session.refused.closed"));
            if (command instanceof TrainingCommand.Capture capture) {
                failCapture(capture, Message.of("session.refused.closed"));
            }
            return;
        }
        command.dispatch(this);
        loop.publish();
    }

    private void refuse(Message reason) {
        publisher.notice(SessionNotice.Kind.INFO, reason);
    }

    /** The run; null and a notice where there is none. */
    private @Nullable TrainingRun loadedRun() {
        TrainingRun run = loop.run();
        if (run == null) {
            refuse(noRun());
        }
        return run;
    }

    private Message noRun() {
        return loop.state() == RunState.LOADING
                ? Message.of("session.refused.loading")
                : Message.of("session.refused.noRun");
    }

    /** The run; null and a notice where there is none or another one is being loaded. */
    private @Nullable TrainingRun settledRun() {
        if (loop.state() == RunState.LOADING) {
            refuse(Message.of("session.refused.loading"));
            return null;
        }
        return loadedRun();
    }

    /** The run if it can take a step now; else null and a notice. */
    private @Nullable TrainingRun steppableRun(Message whileRunning) {
        TrainingRun run = settledRun();
        if (run == null || loop.state().canStep()) {
            return run;
        }
        refuse(loop.state() == RunState.RUNNING ? whileRunning : Message.of("session.refused.failed"));
        return null;
    }

    @Override
    public void load(TrainingCommand.Load command) {
        loader.load(command.request(), null);
    }

    @Override
    public void restore(TrainingCommand.Restore command) {
        history.expect(command);
        loader.load(command.capture().info().request(), command.capture());
    }

    @Override
    public void cancelLoad(TrainingCommand.CancelLoad command) {
        if (loop.state() == RunState.LOADING) {
            loader.cancel();
        } else {
            refuse(Message.of("session.refused.nothingLoading"));
        }
    }

    @Override
    public void start(TrainingCommand.Start command) {
        TrainingRun run = steppableRun(Message.of("session.refused.alreadyRunning"));
        if (run != null) {
            loop.start(run, command.until());
        }
    }

    @Override
    public void pause(TrainingCommand.Pause command) {
        if (loop.state() == RunState.RUNNING) {
            loop.pause();
        } else {
            refuse(Message.of("session.refused.notRunning"));
        }
    }

    @Override
    public void step(TrainingCommand.Step command) {
        TrainingRun run = steppableRun(Message.of("session.refused.stepWhileRunning"));
        if (run != null) {
            run.prepareStep(command);
            loop.takeSingleStep(run, command);
        }
        if (command.trace() != null) {
            // Has no effect where the step was recorded.
            command.trace().completeExceptionally(new IllegalStateException("no step was recorded"));
        }
    }

    @Override
    public void reset(TrainingCommand.Reset command) {
        TrainingRun run = settledRun();
        if (run != null) {
            TrainingRun fresh = loader.build(run.info().request(), run.data(), null);
            fresh.setBookmarks(run.bookmarks());
            loop.install(fresh, false, null);
        }
    }

    /** The run if it can be changed now; else null and a notice. */
    private @Nullable TrainingRun changeableRun() {
        TrainingRun run = loadedRun();
        long replayed = loop.replayTarget();
        if (run == null || replayed < 0) {
            return run;
        }
        refuse(Message.of("session.refused.replaying", NumberText.grouped(replayed)));
        return null;
    }

    @Override
    public void adjust(TrainingCommand.Adjust command) {
        TrainingRun run = changeableRun();
        if (run != null) {
            refuseWhereImpossible(() -> {
                boolean moved =
                        !command.spec().game().motion().equals(run.spec().game().motion());
                run.changeSpec(command.spec());
                loop.changed(run, moved, listener -> listener.onSpecChanged(run));
            });
        }
    }

    @Override
    public void setWeight(TrainingCommand.SetWeight command) {
        TrainingRun run = changeableRun();
        if (run != null && run.info().number() != command.run()) {
            refuse(Message.of("session.refused.weightOfOtherRun"));
        } else if (run != null) {
            refuseWhereImpossible(() -> {
                float before = run.setWeight(command.edit());
                loop.changed(run, true, listener -> listener.onWeightChanged(run, command.edit(), before));
            });
        }
    }

    @Override
    public void useData(TrainingCommand.UseData command) {
        TrainingRun run = changeableRun();
        if (run != null && run.info().number() != command.run()) {
            refuse(Message.of("session.refused.dataOfOtherRun"));
        } else if (run != null) {
            refuseWhereImpossible(() -> {
                run.useData(command.data());
                loop.changed(run, false, listener -> listener.onDataChanged(run));
            });
        }
    }

    private void refuseWhereImpossible(Runnable change) {
        try {
            change.run();
        } catch (SpecException e) {
            refuse(e.message());
        }
    }

    @Override
    public void setEvaluationPeriod(TrainingCommand.SetEvaluationPeriod command) {
        evaluation.setPeriod(command.everySeconds());
    }

    @Override
    public void setThreads(TrainingCommand.SetThreads command) {
        loop.setThreads(command.count());
    }

    @Override
    public void setPace(TrainingCommand.SetPace command) {
        loop.setPace(command.stepsPerSecond());
    }

    @Override
    public void setGrid(TrainingCommand.SetGrid command) {
        loop.setGrid(command);
    }

    @Override
    public void capture(TrainingCommand.Capture command) {
        TrainingRun run = loop.run();
        if (run == null) {
            failCapture(command, noRun());
        } else {
            command.answer().complete(run.capture(loop.threadCount(), publisher.generated()));
        }
    }

    private static void failCapture(TrainingCommand.Capture command, Message reason) {
        command.answer().completeExceptionally(new IllegalStateException(reason.english()));
    }

    @Override
    public void markCheckpoint(TrainingCommand.MarkCheckpoint command) {
        TrainingRun run = loadedRun();
        if (run != null) {
            history.mark(run, command);
        }
    }

    @Override
    public void goBack(TrainingCommand.GoBack command) {
        TrainingRun run = settledRun();
        if (run != null) {
            loop.goBack(run, command);
        }
    }

    @Override
    public void setBookmarks(TrainingCommand.SetBookmarks command) {
        TrainingRun run = loadedRun();
        if (run == null) {
            return;
        }
        if (run.info().number() == command.run()) {
            loop.setBookmarks(run, command.bookmarks());
        } else {
            refuse(Message.of("session.refused.otherRun"));
        }
    }
}
