package org.ganvas.session;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.session.background.ThreadJoin;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StepScores;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadGovernor;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The training thread: carries out commands between steps, takes steps, and tells everybody around it what happened. What
 * stands around it may be asked by any thread; everything else is the training thread's own.
 */
final class TrainingLoop implements RunLoader.Floor, AutoCloseable {

    private static final long CLOSE_MILLIS = 1500;

    final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    final List<StepListener> listeners = new CopyOnWriteArrayList<>();
    final FailureListeners failures = new FailureListeners();
    final SnapshotPublisher board = new SnapshotPublisher();
    final BackgroundRendering onlookers;
    final HistoryRecorder past;
    final BackgroundAnalysis attendants;
    private final PublishPolicy ticks;
    private final RunLoader arrivals;
    private final Thread thread;
    private volatile ScalarLog metrics = new ScalarLog();
    private volatile Bookmarks keepsakes = Bookmarks.NONE;
    private volatile boolean closing;

    // The training thread's.
    private final PublishSchedule ticker;
    private final ThreadGovernor threads;
    private RunState state = RunState.EMPTY;
    private @Nullable TrainingRun run;
    private @Nullable StepScores scores;
    private StopRule until = StopRule.NEVER;
    private TrainingCommand.SetGrid grid = new TrainingCommand.SetGrid(10, 10, true);

    TrainingLoop(PublishPolicy ticks, ThreadPolicy policy, HistorySettings history, DatasetLoader.Source source) {
        this.ticks = ticks;
        past = new HistoryRecorder(history, board);
        arrivals = new RunLoader(this, new DatasetLoader(source, failures::tell), board, queue::add);
        threads = new ThreadGovernor(policy, System::nanoTime, NativeEngine::setThreads);
        ticker = new PublishSchedule(ticks);
        onlookers = new BackgroundRendering(
                drawn -> {
                    board.update(now -> now.withGenerated(drawn));
                    past.drawn(drawn);
                },
                () -> queue.add(this::offerWeights),
                this::problem);
        attendants = new BackgroundAnalysis(
                () -> queue.add(this::stopAtGoal),
                sentence -> board.notice(SessionNotice.Kind.INFO, sentence),
                error -> problem("Measuring failed", error));
        thread = new Thread(this::workUntilClosed, "training");
        thread.setDaemon(true);
        thread.start();
    }

    private void problem(String what, Throwable error) {
        board.notice(SessionNotice.Kind.PROBLEM, ErrorText.internal(what, error));
        failures.tell(error);
    }

    /** The curves of the run on the floor. */
    ScalarLog metrics() {
        return metrics;
    }

    /** What is kept of its latent space. */
    Bookmarks keepsakes() {
        return keepsakes;
    }

    @Override
    public void close() {
        closing = true;
        arrivals.close();
        queue.add(() -> {});
        ThreadJoin.join(thread, CLOSE_MILLIS);
        onlookers.close();
        past.close();
        attendants.close();
    }

    private void workUntilClosed() {
        while (!closing) {
            try {
                Runnable task = state == RunState.RUNNING ? queue.poll() : queue.poll(1, TimeUnit.SECONDS);
                if (task != null) {
                    task.run();
                } else if (state == RunState.RUNNING) {
                    takeStep();
                } else {
                    publish();
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                // Whatever it is: if this thread ended, the run would be lost with it.
                problem("A command failed", e);
            }
        }
        become(RunState.CLOSED);
        closeRun();
        publish();
    }

    /** On the training thread. */
    void carryOut(TrainingCommand command) {
        if (command instanceof TrainingCommand.Load load) {
            arrivals.load(load.request(), null);
        } else if (command instanceof TrainingCommand.Restore restore) {
            past.expect(restore);
            arrivals.load(restore.capture().info().request(), restore.capture());
        } else if (command instanceof TrainingCommand.CancelLoad) {
            arrivals.cancel();
        } else if (command instanceof TrainingCommand.Start start) {
            start(start.until());
        } else if (command instanceof TrainingCommand.Pause) {
            pause();
        } else if (command instanceof TrainingCommand.Step && state.canStep()) {
            become(RunState.PAUSED);
            past.goOn(Objects.requireNonNull(run));
            takeStep();
            offerWeights();
        } else if (command instanceof TrainingCommand.Reset && run != null && state != RunState.LOADING) {
            reset(run);
        } else if (command instanceof TrainingCommand.SetRates rates && run != null) {
            attendants.adjust(run, run.withRates(rates.generator(), rates.discriminator()));
        } else if (command instanceof TrainingCommand.Adjust adjust && run != null) {
            attendants.adjust(run, adjust.spec());
        } else if (command instanceof TrainingCommand.SetMeasuring measuring) {
            attendants.setPeriod(measuring.everySeconds());
        } else if (command instanceof TrainingCommand.SetThreads set) {
            threads.choose(set.count());
            if (run != null) {
                run.threadsChanged();
            }
        } else if (command instanceof TrainingCommand.Keep keep) {
            keep(keep);
        } else if (command instanceof TrainingCommand.SetGrid newGrid) {
            grid = newGrid;
            arrange(true);
        } else if (command instanceof TrainingCommand.Capture capture) {
            TrainingRun.answer(capture, run, threads.now().count(), board.drawn());
        } else if (command instanceof TrainingCommand.Mark mark && run != null) {
            past.mark(run, threads.now().count(), mark.name());
        } else if (command instanceof TrainingCommand.GoBack back && run != null && state != RunState.LOADING) {
            goBack(run, back.step());
        }
        publish();
    }

    private void keep(TrainingCommand.Keep keep) {
        if (run != null && run.info().number() == keep.run()) {
            run.keep(keep.keepsakes());
            keepsakes = keep.keepsakes();
        }
    }

    private void reset(TrainingRun before) {
        TrainingRun fresh = arrivals.numbered(before.info().request(), before.data(), null);
        fresh.keep(before.keepsakes());
        install(fresh);
    }

    // --- Arriving

    @Override
    public void arrive(TrainingRun built, @Nullable RunCapture capture) {
        install(built);
        if (capture != null) {
            past.arrived(capture);
            threads.takeUp(capture.threads());
        }
    }

    private void install(TrainingRun newRun) {
        past.begin(newRun);
        settle(newRun, false);
    }

    private void goBack(TrainingRun current, long step) {
        int count = threads.now().count();
        RunCapture earlier = past.back(current, count, state != RunState.FAILED, step);
        if (earlier != null) {
            TrainingRun back = new TrainingRun(current.info().number(), earlier, current.data());
            back.keep(current.keepsakes());
            settle(back, true);
            threads.takeUp(earlier.threads());
        }
    }

    private void settle(TrainingRun newRun, boolean sameNetworks) {
        threads.newRun(run != null && run.spec().equals(newRun.spec()));
        closeRun();
        run = newRun;
        metrics = newRun.metrics();
        keepsakes = newRun.keepsakes();
        scores = null;
        if (state == RunState.RUNNING) {
            become(RunState.PAUSED);
        }
        become(newRun.trainer().stepsTaken() == 0 ? RunState.READY : RunState.PAUSED);
        arrange(sameNetworks);
        attendants.use(newRun);
        publish();
    }

    private void closeRun() {
        if (run != null) {
            run.close();
            run = null;
        }
    }

    private void arrange(boolean sameNetworks) {
        TrainingRun current = run;
        if (current == null) {
            return;
        }
        GridLayout arrangement = current.arrangement(grid.rows(), grid.columns());
        past.arrange(grid);
        SampleGrid real = arrangement.real(current.spec(), current.data());
        if (sameNetworks) {
            // First, because the painter may answer at once, and both grids are seen side by side.
            board.update(now -> now.withReal(real));
            onlookers.use(current, grid, real, true);
        } else {
            // Last, because the painter may still deliver a grid of the networks before.
            onlookers.use(current, grid, real, false);
            board.update(now -> now.withGenerated(null).withReal(real));
        }
        offerWeights();
    }

    // --- Running

    private void start(StopRule rule) {
        TrainingRun current = run;
        if (current == null || !state.canStep()) {
            return;
        }
        past.goOn(current);
        until = rule;
        if (rule.met(current.trainer().stepsTaken(), current.trainedSeconds())) {
            become(RunState.PAUSED);
            return;
        }
        attendants.started();
        become(RunState.RUNNING);
        ticker.restart(current.trainer().stepsTaken());
    }

    private void pause() {
        if (state == RunState.RUNNING) {
            become(RunState.PAUSED);
            offerWeights();
            attendants.offer(Objects.requireNonNull(run), true);
        }
    }

    private void stopAtGoal() {
        if (state == RunState.RUNNING && until.met(attendants.measures())) {
            pause();
            publish();
            board.notice(
                    SessionNotice.Kind.INFO,
                    "Training paused because its goal was reached: %s.".formatted(until.goal()));
        }
    }

    private void takeStep() {
        TrainingRun current = run;
        if (current == null) {
            return;
        }
        try {
            if (state == RunState.RUNNING) {
                current.measure(threads);
            }
            StepScores taken = current.step();
            threads.took(current.lastStepNanos());
            scores = taken;
            long step = current.trainer().stepsTaken();
            listeners.forEach(listener -> listener.stepped(step, current.trainedSeconds(), taken));
            if (until.met(step, current.trainedSeconds())) {
                pause();
                publish();
            }
        } catch (DivergenceException e) {
            diverge(current, e);
        } catch (RuntimeException | Error e) {
            fail(ErrorText.internal("Training stopped; the run up to here is kept", e));
            failures.tell(e);
        }
        tick();
    }

    private void diverge(TrainingRun current, DivergenceException failure) {
        if (!current.recover(failure)) {
            fail(failure.getMessage() + " The run up to there is kept: lower the learning rates and reset.");
            return;
        }
        // The reason first: whoever sees the pause knows why.
        board.notice(
                SessionNotice.Kind.PROBLEM,
                DivergenceRecovery.sentence(failure, current.trainer().stepsTaken()));
        become(RunState.PAUSED);
        attendants.diverged(current, failure.step());
        offerWeights();
        publish();
    }

    private void fail(String sentence) {
        become(RunState.FAILED);
        publish();
        board.notice(SessionNotice.Kind.PROBLEM, sentence);
    }

    private void tick() {
        if (state != RunState.RUNNING) {
            return;
        }
        attendants.offer(Objects.requireNonNull(run), false);
        if (ticker.numbersDue()) {
            publish();
        }
        if (ticker.picturesDue() || run != null && past.overdue(run)) {
            offerWeights();
        }
    }

    private void offerWeights() {
        if (run != null && ticks.picturesHz() > 0) {
            boolean now = state != RunState.RUNNING || past.overdue(run);
            if (onlookers.offer(run.trainer(), now)) {
                past.offered(run, threads.now().count());
            }
        }
    }

    // --- Showing

    @Override
    public RunState state() {
        return state;
    }

    @Override
    public @Nullable TrainingRun run() {
        return run;
    }

    @Override
    public void become(RunState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a run that is " + state + " cannot become " + next);
        }
        state = next;
    }

    @Override
    public void publish() {
        if (run == null) {
            board.showNoRun(state, threads.now());
        } else {
            board.show(run, state, scores, threads.now(), ticker);
        }
    }
}
