package org.ganvas.session;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.message.Message;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.evaluation.EvaluationProgress;
import org.ganvas.session.evaluation.FeatureNetworkProvider;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadGovernor;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The training thread: carries out commands between steps, takes steps, publishes snapshots, and notifies the listeners.
 * Public methods may be called from any thread; everything else is the training thread's.
 */
public final class TrainingLoop implements TrainingSession {

    private static final long CLOSE_MILLIS = 1500;
    private static final long IDLE_NANOS = 1_000_000_000;

    private final CommandQueue queue = new CommandQueue(this::execute);
    private final List<TrainingListener> listeners = new CopyOnWriteArrayList<>();
    private final SnapshotPublisher publisher = new SnapshotPublisher();
    private final ProblemReporter problems = new ProblemReporter(publisher);
    private final GridPublisher grids;
    private final HistoryRecorder history;
    private final RenderingListener rendering;
    private final EvaluationListener evaluation;
    private final DoctorListener doctor;
    private final RunLoader loader;
    private final CommandExecutor commands;
    private final Thread thread;
    private volatile ScalarLog scalars = new ScalarLog();
    private volatile MetricLog metrics = new MetricLog();
    private volatile RunBookmarks bookmarks = RunBookmarks.NONE;
    private volatile @Nullable Dataset data;
    private volatile boolean closing;

    // The training thread's.
    private final PublishSchedule schedule;
    private final ThreadGovernor threads;
    private final StepPace pace = new StepPace();
    private RunState state = RunState.EMPTY;
    private @Nullable TrainingRun run;
    private @Nullable StepReport scores;
    private StopRule until = StopRule.NEVER;
    private @Nullable StepReplay replay;

    /** A session with as many native threads as the engine has now. */
    public TrainingLoop(PublishPolicy policy) {
        this(policy, ThreadPolicy.always(NativeEngine.threads()));
    }

    /** A session that keeps no history. */
    public TrainingLoop(PublishPolicy policy, ThreadPolicy threads) {
        this(policy, threads, HistorySettings.DISABLED);
    }

    /** A session that opens the datasets of the registry; the history settings say how much of each run is kept. */
    public TrainingLoop(PublishPolicy policy, ThreadPolicy threads, HistorySettings history) {
        this(policy, threads, history, DatasetRegistry::open);
    }

    TrainingLoop(PublishPolicy policy, ThreadPolicy threads, DatasetLoader.Source source) {
        this(policy, threads, HistorySettings.DISABLED, source);
    }

    TrainingLoop(
            PublishPolicy policy, ThreadPolicy threadPolicy, HistorySettings settings, DatasetLoader.Source source) {
        schedule = new PublishSchedule(policy);
        threads = new ThreadGovernor(threadPolicy, System::nanoTime, NativeEngine::setThreads);
        grids = new GridPublisher(policy, listeners, publisher);
        history = new HistoryRecorder(settings, publisher, this::threadCount);
        rendering = new RenderingListener(grids::show, () -> queue.add(this::orderImages), problems);
        evaluation = new EvaluationListener(() -> queue.add(this::stopAtGoal), publisher, problems);
        doctor = new DoctorListener(problems);
        listeners.addAll(List.of(history, rendering, evaluation, doctor));
        loader = new RunLoader(this, new DatasetLoader(source, problems::notifyListeners), publisher, queue::add);
        commands = new CommandExecutor(this, loader, history, evaluation, publisher);
        thread = DaemonThreads.start("training", this::workUntilClosed);
    }

    // ---- Any thread ----

    @Override
    public void submit(TrainingCommand command) {
        queue.submit(command);
    }

    @Override
    public @Nullable TrainingSnapshot takeSnapshot() {
        return publisher.take();
    }

    @Override
    public void addListener(TrainingListener listener) {
        listeners.add(listener);
    }

    @Override
    public void addFailureListener(Consumer<Throwable> listener) {
        problems.addListener(listener);
    }

    /** Starts the doctor, and the evaluation with the feature networks of image metrics. */
    public void startAnalysis(FeatureNetworkProvider networks) {
        queue.add(() -> {
            evaluation.start(networks);
            doctor.start();
        });
    }

    @Override
    public LatentRenderer latents() {
        return rendering.latents();
    }

    @Override
    public NetworkInspector inspector() {
        return rendering.inspector();
    }

    @Override
    public PointLab lab() {
        return rendering.lab();
    }

    @Override
    public @Nullable Dataset data() {
        return data;
    }

    @Override
    public CheckpointHistory history() {
        return history.history();
    }

    @Override
    public ScalarLog scalars() {
        return scalars;
    }

    @Override
    public MetricLog metrics() {
        return metrics;
    }

    @Override
    public Diagnosis diagnosis() {
        return doctor.diagnosis();
    }

    @Override
    public EvaluationProgress evaluation() {
        return evaluation.progress();
    }

    @Override
    public double pace() {
        return pace.limit();
    }

    /** Seconds from one evaluation to the next, at least; 0 for never. */
    double evaluationPeriodSeconds() {
        return evaluation.periodSeconds();
    }

    @Override
    public RunBookmarks bookmarks() {
        return bookmarks;
    }

    /** Ends after the current step and frees what the session holds; waits at most some seconds. */
    @Override
    public void close() {
        closing = true;
        loader.close();
        queue.add(() -> {});
        DaemonThreads.join(thread, CLOSE_MILLIS);
        rendering.close();
        history.close();
        evaluation.close();
        doctor.close();
    }

    private void execute(TrainingCommand command) {
        commands.execute(command);
    }

    private void workUntilClosed() {
        while (!closing) {
            try {
                // A wait for the next step ends with the first command.
                Runnable task = queue.next(state == RunState.RUNNING ? pace.waitNanos(System.nanoTime()) : IDLE_NANOS);
                if (task != null) {
                    task.run();
                } else if (state != RunState.RUNNING) {
                    publish();
                } else if (pace.waitNanos(System.nanoTime()) == 0) {
                    takeStep();
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                // Whatever it is: if this thread ended, the run would be lost with it.
                problems.report(Message.of("session.failed.command"), e);
            }
        }
        become(RunState.CLOSED);
        closeRun();
        publish();
        queue.end();
    }

    private void takeStep() {
        TrainingRun current = run;
        if (current == null) {
            return;
        }
        try {
            if (replay != null) {
                replay.prepareStep(current, threads);
                showData(current);
            } else if (state == RunState.RUNNING) {
                current.calibrateThreads(threads);
            }
            pace.stepStarts(System.nanoTime());
            StepReport taken = current.step();
            threads.stepTaken(current.lastStepNanos());
            scores = taken;
            long step = current.trainer().stepsTaken();
            listeners.forEach(listener -> listener.onStep(step, current.trainedSeconds(), taken));
            if (replay != null && replay.isReached(step)) {
                endReplay(current, replay);
            } else if (until.isMet(step, current.trainedSeconds())) {
                pause();
                publish();
            }
        } catch (DivergenceException e) {
            recover(current, e);
        } catch (RuntimeException | Error e) {
            fail(ErrorMessages.internal(Message.of("session.failed.step"), e));
            problems.notifyListeners(e);
        }
        publishDue();
    }

    private void endReplay(TrainingRun current, StepReplay ended) {
        ended.change(current);
        showData(current);
        StopRule rule = ended.afterwards();
        if (rule == null) {
            pause();
            publish();
        } else {
            start(current, rule);
        }
    }

    private void recover(TrainingRun current, DivergenceException failure) {
        Message reason = ErrorMessages.of(failure);
        if (!current.recover(failure)) {
            fail(Message.of("session.diverged.failed", reason));
            return;
        }
        // The reason first, so that every snapshot that shows the pause has it.
        publisher.notice(
                SessionNotice.Kind.PROBLEM,
                Message.of("session.diverged.paused", reason, current.trainer().stepsTaken()));
        become(RunState.PAUSED);
        listeners.forEach(listener -> listener.onDiverged(current, failure.step()));
        orderImages();
        publish();
    }

    private void fail(Message reason) {
        become(RunState.FAILED);
        publish();
        publisher.notice(SessionNotice.Kind.PROBLEM, reason);
    }

    private void publishDue() {
        TrainingRun current = run;
        if (current == null || state != RunState.RUNNING) {
            return;
        }
        listeners.forEach(listener -> listener.onWeights(current, false));
        boolean each = pace.showsEachStep(System.nanoTime());
        if (schedule.numbersDue() || each) {
            publish();
        }
        if (schedule.imagesDue() || each || history.overdue(current)) {
            orderImages();
        }
    }

    private void orderImages() {
        TrainingRun current = run;
        if (current != null) {
            grids.order(current, state != RunState.RUNNING || history.overdue(current));
        }
    }

    private void stopAtGoal() {
        if (state == RunState.RUNNING && until.isMet(metrics)) {
            pause();
            publish();
            publisher.notice(
                    SessionNotice.Kind.INFO, Message.of("session.goal.reached", Objects.requireNonNull(until.goal())));
        }
    }

    // ---- What commands do ----

    /** The step that steps are taken again up to; -1 while none are. */
    long replayTarget() {
        return replay == null ? -1 : replay.target();
    }

    void start(TrainingRun current, StopRule rule) {
        until = rule;
        replay = null;
        boolean running = !rule.isMet(current.trainer().stepsTaken(), current.trainedSeconds());
        listeners.forEach(listener -> listener.onContinued(current, running));
        become(running ? RunState.RUNNING : RunState.PAUSED);
        if (running) {
            schedule.restart(current.trainer().stepsTaken());
            pace.restart(System.nanoTime());
        }
    }

    void pause() {
        TrainingRun current = run;
        if (current != null && state == RunState.RUNNING) {
            become(RunState.PAUSED);
            showWeights(current);
        }
    }

    void takeSingleStep(TrainingRun current, TrainingCommand.Step command) {
        become(RunState.PAUSED);
        listeners.forEach(listener -> listener.onContinued(current, false));
        history.beforeSingleStep(current, command);
        takeStep();
        orderImages();
    }

    /** Tells all listeners of a change of the run; at rest its networks are shown anew where they have changed. */
    void changed(TrainingRun current, boolean networks, Consumer<TrainingListener> change) {
        listeners.forEach(change);
        showData(current);
        if (networks && state != RunState.RUNNING) {
            showWeights(current);
        }
    }

    /** Shows the data of the run where that is another than before. */
    private void showData(TrainingRun current) {
        if (data != current.data()) {
            data = current.data();
            listeners.forEach(listener -> listener.onRunLoaded(current, true));
            grids.layOut(current, true);
            orderImages();
        }
    }

    private void showWeights(TrainingRun current) {
        orderImages();
        listeners.forEach(listener -> listener.onWeights(current, true));
    }

    void setGrid(TrainingCommand.SetGrid changed) {
        grids.set(changed);
        if (run != null) {
            grids.layOut(run, true);
            orderImages();
        }
    }

    void setThreads(int count) {
        threads.choose(count);
        if (run != null) {
            run.threadsChanged();
        }
    }

    void setPace(double limit) {
        pace.set(limit, System.nanoTime());
        if (run != null) {
            schedule.restart(run.trainer().stepsTaken());
        }
    }

    int threadCount() {
        return threads.use().count();
    }

    void setBookmarks(TrainingRun current, RunBookmarks changed) {
        current.setBookmarks(changed);
        bookmarks = changed;
    }

    void goBack(TrainingRun current, TrainingCommand.GoBack command) {
        StopRule rule = replay == null ? until : replay.afterwards();
        StopRule afterwards = command.keepTraining() && state == RunState.RUNNING ? rule : null;
        RunCapture earlier = history.goBack(current, state != RunState.FAILED, command.step());
        if (earlier == null) {
            return;
        }
        TrainingRun back = current.at(earlier);
        install(back, true, earlier);
        StepReplay again = history.replay(back.trainer().stepsTaken(), command.step(), afterwards);
        if (!again.isReached(back.trainer().stepsTaken())) {
            until = StopRule.NEVER;
            replay = again;
            become(RunState.RUNNING);
            schedule.restart(back.trainer().stepsTaken());
        } else {
            endReplay(back, again);
        }
    }

    /** Takes over a run and only then shows it; the capture that it continues is null for a new one. */
    void install(TrainingRun next, boolean sameRun, @Nullable RunCapture continued) {
        threads.newRun(run != null && run.spec().equals(next.spec()));
        closeRun();
        run = next;
        data = next.data();
        scalars = next.scalars();
        metrics = next.metrics();
        bookmarks = next.bookmarks();
        scores = null;
        if (state == RunState.RUNNING) {
            become(RunState.PAUSED);
        }
        become(next.trainer().stepsTaken() == 0 ? RunState.READY : RunState.PAUSED);
        listeners.forEach(listener -> listener.onRunLoaded(next, sameRun));
        grids.layOut(next, sameRun);
        orderImages();
        if (continued != null) {
            if (!sameRun) {
                history.restored(continued);
            }
            threads.restore(continued.threads());
        }
        publish();
    }

    private void closeRun() {
        if (run != null) {
            run.close();
            run = null;
        }
    }

    RunState state() {
        return state;
    }

    @Nullable
    TrainingRun run() {
        return run;
    }

    void become(RunState next) {
        state = state.changedTo(next);
        replay = next == RunState.RUNNING ? replay : null;
    }

    void publish() {
        if (run == null) {
            publisher.showNoRun(state, threads.use());
        } else {
            publisher.show(run, state, scores, threads.use(), schedule);
        }
    }
}
