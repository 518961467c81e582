package org.ganvas.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Latents;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StepScores;
import org.ganvas.session.threads.ThreadTiming;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/** Answers commands as the session does and makes up the training: every take is one frame. No thread of its own. */
public final class FakeTrainingSession implements TrainingSession {

    private static final int STEPS_A_FRAME = 4;
    private static final double SECONDS_A_STEP = 0.004;

    private Bookmarks keepsakes = Bookmarks.NONE;
    private final List<TrainingCommand> submitted = new ArrayList<>();
    private final Deque<TrainingCommand> queue = new ArrayDeque<>();
    private final int loadingFrames;
    private ScalarLog log = new ScalarLog();
    private RunState state = RunState.EMPTY;
    private RunState stateBefore = RunState.EMPTY;
    private @Nullable RunInfo run;
    private @Nullable RunRequest loading;
    private @Nullable SessionNotice notice;
    private @Nullable StepScores scores;
    private @Nullable String refusal;
    private @Nullable RuntimeException fault;
    private @Nullable RunCapture restored;
    private Diagnosis diagnosis = Diagnosis.NONE;
    private int loadingFrame;
    private int rows = 8;
    private int columns = 8;
    private long step;
    private @Nullable SampleGrid real;
    private ThreadUse threads = measured();

    /**
     * @param loadingFrames takes that a load lasts
     */
    public FakeTrainingSession(int loadingFrames) {
        this.loadingFrames = loadingFrames;
    }

    @Override
    public void submit(TrainingCommand command) {
        submitted.add(command);
        queue.add(command);
    }

    /** Everything that was ever submitted, in order. */
    public List<TrainingCommand> submitted() {
        return List.copyOf(submitted);
    }

    /** The next load fails with this sentence. */
    public void refuseNextLoad(String sentence) {
        refusal = sentence;
    }

    /** Says something. */
    public void say(SessionNotice.Kind kind, String text) {
        notice = new SessionNotice(notice == null ? 1 : notice.number() + 1, kind, text);
    }

    /** The next take fails as only a mistake in the program does. */
    public void breakNextTake(RuntimeException mistake) {
        fault = mistake;
    }

    /** The doctor says so from now on. */
    public void diagnose(Diagnosis says) {
        diagnosis = says;
    }

    @Override
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** Lets the run fail. */
    public void fail(String text) {
        state = RunState.FAILED;
        say(SessionNotice.Kind.PROBLEM, text);
    }

    @Override
    public Bookmarks keepsakes() {
        return keepsakes;
    }

    @Override
    public ScalarLog metrics() {
        return log;
    }

    @Override
    public TrainingSnapshot take() {
        RuntimeException mistake = fault;
        if (mistake != null) {
            fault = null;
            throw mistake;
        }
        while (!queue.isEmpty()) {
            carryOut(queue.remove());
        }
        load();
        if (state == RunState.RUNNING) {
            IntStream.range(0, STEPS_A_FRAME).forEach(i -> takeStep());
        }
        boolean running = state == RunState.RUNNING;
        return new TrainingSnapshot(
                state,
                run,
                state == RunState.LOADING ? loadingFrame / (double) Math.max(1, loadingFrames) : -1,
                step,
                step * SECONDS_A_STEP,
                running ? 1 / SECONDS_A_STEP + 7 * Math.sin(step) : 0,
                running ? 64 / SECONDS_A_STEP : 0,
                412L << 20,
                threads,
                scores,
                generated(),
                real,
                notice);
    }

    private void carryOut(TrainingCommand command) {
        if (command instanceof TrainingCommand.Load load) {
            loading = load.request();
            stateBefore = state;
            loadingFrame = 0;
            state = RunState.LOADING;
        } else if (command instanceof TrainingCommand.Capture capture) {
            answer(capture);
        } else if (command instanceof TrainingCommand.Restore restore) {
            loading = restore.capture().info().request();
            restored = restore.capture();
            stateBefore = state;
            loadingFrame = 0;
            state = RunState.LOADING;
        } else if (command instanceof TrainingCommand.CancelLoad && state == RunState.LOADING) {
            loading = null;
            state = settled(stateBefore);
        } else if (command instanceof TrainingCommand.Start && state.canStep()) {
            state = RunState.RUNNING;
        } else if (command instanceof TrainingCommand.Pause && state == RunState.RUNNING) {
            state = RunState.PAUSED;
        } else if (command instanceof TrainingCommand.Step && state.canStep()) {
            takeStep();
            state = RunState.PAUSED;
        } else if (command instanceof TrainingCommand.Reset && run != null) {
            run = new RunInfo(run.number() + 1, run.request(), run.dataName(), run.dataSize(), run.classNames());
            restart();
        } else if (command instanceof TrainingCommand.Keep keep) {
            keepsakes = keep.keepsakes();
        } else if (command instanceof TrainingCommand.SetRates rates && run != null) {
            setRates(run, rates);
        } else if (command instanceof TrainingCommand.Adjust adjust && run != null) {
            adjust(run, adjust.spec());
        } else if (command instanceof TrainingCommand.SetThreads set) {
            threads = set.count() > 0 ? new ThreadUse(set.count(), false, 3, List.of()) : measured();
        } else if (command instanceof TrainingCommand.SetGrid grid) {
            rows = grid.rows();
            columns = grid.columns();
            drawReal();
        }
    }

    private void answer(TrainingCommand.Capture capture) {
        if (run == null) {
            capture.answer().completeExceptionally(new IllegalStateException("There is no run yet."));
        } else {
            capture.answer()
                    .complete(new RunCapture(
                            run,
                            new TrainerState(step, List.of()),
                            step * SECONDS_A_STEP,
                            log.copy(),
                            RunCapture.UNKNOWN_THREADS,
                            generated()));
        }
    }

    private static ThreadUse measured() {
        return new ThreadUse(
                2,
                true,
                3,
                List.of(new ThreadTiming(1, 0.02), new ThreadTiming(2, 0.0125), new ThreadTiming(3, 0.0128)));
    }

    private static RunState settled(RunState before) {
        return before == RunState.RUNNING ? RunState.PAUSED : before;
    }

    private void setRates(RunInfo now, TrainingCommand.SetRates rates) {
        GanSpec spec = now.spec();
        adjust(now, spec.withTraining(spec.training().withRates(rates.generator(), rates.discriminator())));
    }

    private void adjust(RunInfo now, GanSpec spec) {
        RunRequest old = now.request();
        RunRequest request = new RunRequest(old.presetId(), spec, old.dataId(), old.seed());
        run = new RunInfo(now.number(), request, now.dataName(), now.dataSize(), now.classNames());
    }

    private void load() {
        RunRequest request = loading;
        if (request == null || loadingFrame++ < loadingFrames) {
            return;
        }
        loading = null;
        if (refusal != null) {
            state = settled(stateBefore);
            say(SessionNotice.Kind.PROBLEM, refusal);
            refusal = null;
            restored = null;
            return;
        }
        List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        String name = request.dataId()
                .substring(Math.max(
                                request.dataId().lastIndexOf('/'),
                                request.dataId().lastIndexOf(':'))
                        + 1);
        run = new RunInfo(run == null ? 1 : run.number() + 1, request, name, 10_000, names);
        restart();
        if (restored != null) {
            step = restored.state().step();
            log = restored.metrics().copy();
            state = RunState.PAUSED;
            restored = null;
        }
    }

    private void restart() {
        log = new ScalarLog();
        step = 0;
        scores = null;
        state = RunState.READY;
        drawReal();
    }

    private void takeStep() {
        step++;
        RandomStream noise = new RandomStream(3, Purpose.TEST, step);
        double progress = progress();
        double d = 1.386 - 0.75 * Math.exp(-step / 300.0) - 0.12 * progress + 0.07 * noise.nextGaussian();
        double g = 0.72 + 1.9 * Math.exp(-step / 500.0) + 0.15 * progress + 0.11 * noise.nextGaussian();
        double gap = 0.09 + 0.35 * Math.exp(-step / 600.0);
        scores = new StepScores(
                Math.abs(d),
                Math.abs(g),
                clamp(0.5 + gap + 0.03 * noise.nextGaussian()),
                clamp(0.5 - gap + 0.03 * noise.nextGaussian()));
        log.append(step, step * SECONDS_A_STEP, scores);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** How far the made-up generator has come, 0 to 1. */
    public double progress() {
        return 1 - Math.exp(-step / 400.0);
    }

    /** What is loaded. */
    public @Nullable RunInfo run() {
        return run;
    }

    private @Nullable SampleGrid generated() {
        return run == null ? null : grid(run, 0, progress());
    }

    private void drawReal() {
        real = run == null ? null : grid(run, 5000, 1);
    }

    private SampleGrid grid(RunInfo now, long firstSeed, double progress) {
        ImageShape shape = now.spec().image();
        int high = shape.isPoint() ? 32 : rows;
        int wide = shape.isPoint() ? 32 : columns;
        float[] pixels = new float[high * wide * shape.size()];
        int[] labels = new int[high * wide];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = now.spec().conditional() || firstSeed > 0 ? i % wide % 10 : i * 7 % 10;
            StrokeGenerator.draw(
                    shape, Latents.ofSeed(firstSeed + i, 32), labels[i], progress, pixels, i * shape.size());
        }
        return new SampleGrid(shape, high, wide, pixels, labels, step);
    }
}
