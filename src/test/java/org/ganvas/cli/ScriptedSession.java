package org.ganvas.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/** Session that trains when it is polled: every poll executes one command or takes some steps. */
final class ScriptedSession implements TrainingSession {

    static final double SECONDS_PER_STEP = 0.5;

    /** Problem of loading; null for none. */
    @Nullable
    String loadProblem;

    long failsAt = Long.MAX_VALUE;
    long stepsPerPoll = 7;
    double secondsPerStep = SECONDS_PER_STEP;
    int dataSize = 100;
    long pausesByItselfAt = -1;
    boolean closed;
    ThreadUse threads = new ThreadUse(1, false, 1, List.of());

    final List<TrainingCommand> commands = new ArrayList<>();

    private final List<TrainingListener> listeners = new ArrayList<>();
    private final boolean images;
    private final Deque<TrainingCommand> queue = new ArrayDeque<>();
    private ScalarLog metrics = new ScalarLog();
    private RunState state = RunState.EMPTY;
    private @Nullable RunInfo run;
    private @Nullable SessionNotice notice;
    private @Nullable StepReport scores;
    private @Nullable SampleGrid generated;
    private StopRule until = StopRule.NEVER;
    private long step;
    private double seconds;
    private boolean problemPending;

    ScriptedSession(boolean images) {
        this.images = images;
    }

    @Override
    public void submit(TrainingCommand command) {
        commands.add(command);
        if (command instanceof TrainingCommand.Capture capture) {
            // The real session answers on its own thread without being polled.
            queue.forEach(this::execute);
            queue.clear();
            capture.answer().complete(capture());
        } else {
            queue.add(command);
        }
    }

    @Override
    public @Nullable TrainingSnapshot takeSnapshot() {
        if (problemPending) {
            problemPending = false;
            say(SessionNotice.Kind.PROBLEM, "The numbers blew up at step " + step + ".");
        } else if (!queue.isEmpty()) {
            execute(queue.remove());
        } else if (state == RunState.LOADING) {
            finishLoading();
        } else if (state == RunState.RUNNING) {
            for (int i = 0; i < stepsPerPoll && state == RunState.RUNNING; i++) {
                takeStep();
            }
        } else if (images && run != null && (generated == null || generated.step() != step)) {
            generated = grid(step);
        } else {
            return null;
        }
        return snapshot();
    }

    @Override
    public void addListener(TrainingListener listener) {
        listeners.add(listener);
    }

    @Override
    public ScalarLog scalars() {
        return metrics;
    }

    @Override
    public void close() {
        closed = true;
    }

    void say(SessionNotice.Kind kind, String text) {
        notice = new SessionNotice(notice == null ? 1 : notice.number() + 1, kind, Message.verbatim(text));
    }

    static SampleGrid grid(long step) {
        float[] pixels = new float[2 * 2 * 4];
        Arrays.fill(pixels, step % 100 / 100f);
        return new SampleGrid(
                org.ganvas.project.RunFixtures.spec().image(), 2, 2, pixels, new int[] {0, 1, 0, 1}, step);
    }

    private void execute(TrainingCommand command) {
        if (command instanceof TrainingCommand.Load load) {
            begin(load.request());
        } else if (command instanceof TrainingCommand.Restore restore) {
            begin(restore.capture().info().request());
            step = restore.capture().state().step();
            seconds = restore.capture().trainedSeconds();
            metrics = restore.capture().scalars().copy();
        } else if (command instanceof TrainingCommand.Start start) {
            until = start.until();
            state = until.isMet(step, seconds) ? RunState.PAUSED : RunState.RUNNING;
        } else if (command instanceof TrainingCommand.Pause && state == RunState.RUNNING) {
            state = RunState.PAUSED;
        } else if (command instanceof TrainingCommand.CancelLoad) {
            state = RunState.EMPTY;
        }
    }

    private void begin(RunRequest request) {
        state = RunState.LOADING;
        run = new RunInfo(1, request, "Fake data", dataSize, List.of("zero", "one"));
    }

    private void finishLoading() {
        if (loadProblem != null) {
            run = null;
            state = RunState.EMPTY;
            say(SessionNotice.Kind.PROBLEM, loadProblem);
        } else {
            state = step == 0 ? RunState.READY : RunState.PAUSED;
        }
    }

    private void takeStep() {
        step++;
        seconds += secondsPerStep;
        if (step >= failsAt) {
            state = RunState.FAILED;
            problemPending = true;
            return;
        }
        StepReport taken = new StepReport(1.0 / step, 2.0 / step, 0.75, 0.25);
        scores = taken;
        metrics.append(step, seconds, taken);
        listeners.forEach(listener -> listener.onStep(step, seconds, taken));
        if (until.isMet(step, seconds) || step == pausesByItselfAt) {
            state = RunState.PAUSED;
        }
    }

    private TrainingSnapshot snapshot() {
        double speed = state == RunState.RUNNING ? 1 / secondsPerStep : 0;
        RunInfo shown = state == RunState.LOADING ? null : run;
        return new TrainingSnapshot(
                state,
                shown,
                state == RunState.LOADING ? 0.5 : -1,
                step,
                seconds,
                speed,
                speed * 8,
                0,
                threads,
                scores,
                new TrainingSnapshot.Grids(generated, null, null),
                notice);
    }

    private RunCapture capture() {
        if (run == null) {
            throw new IllegalStateException("There is no run yet.");
        }
        NamedArray weight = new NamedArray("weight", new long[] {1}, new float[] {step});
        return new RunCapture(run, new TrainerState(step, List.of(weight)), seconds, metrics.copy());
    }
}
