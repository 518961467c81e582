package org.ganvas.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentSampling;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.threads.ThreadTiming;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/** A session that simulates training: every take is one frame. Without a thread of its own. */
public final class FakeTrainingSession implements TrainingSession {

    private static final int STEPS_A_FRAME = 4;
    private static final double SECONDS_A_STEP = 0.004;

    /** By the run's clock; usually so many that no step is given up without a question. */
    public double trainedSecondsAStep = 10;

    private RunBookmarks bookmarks = RunBookmarks.NONE;
    private final List<TrainingCommand> submitted = new ArrayList<>();
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final FakeLatentRenderer latents = new FakeLatentRenderer(this);
    private final Executor executor = new Executor();
    private final Deque<TrainingCommand> queue = new ArrayDeque<>();
    private final int loadingFrames;
    private ScalarLog log = new ScalarLog();
    private RunState state = RunState.EMPTY;
    private RunState stateBefore = RunState.EMPTY;
    private @Nullable RunInfo run;
    private @Nullable RunRequest loading;
    private @Nullable SessionNotice notice;
    private @Nullable StepReport scores;
    private @Nullable String refusal;
    private @Nullable RuntimeException fault;
    private @Nullable RunCapture restored;
    private List<ProjectCheckpoint> restoredPast = List.of();
    private Diagnosis diagnosis = Diagnosis.NONE;
    private List<Checkpoint> checkpoints = List.of();
    private int loadingFrame;
    private int timesClosed;
    private TrainingCommand.SetGrid size = new TrainingCommand.SetGrid(8, 8, true);
    private long step;
    private @Nullable SampleGrid real;
    private double pace;
    private ThreadUse threads = calibrated();

    /**
     * @param loadingFrames number of takes that a load lasts
     */
    public FakeTrainingSession(int loadingFrames) {
        this.loadingFrames = loadingFrames;
    }

    /** Data of points; null for a run on images, whose data no view model reads. */
    @Override
    public @Nullable Dataset data() {
        RunInfo now = run;
        try {
            return now == null ? null : points(now.request());
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Dataset points(RunRequest request) throws DataException {
        return DatasetRegistry.isPointDataset(request.dataId())
                ? DatasetRegistry.open(request.dataId(), ProgressListener.NONE)
                : null;
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

    /** Makes the next load fail for this reason. */
    public void refuseNextLoad(String sentence) {
        refusal = sentence;
    }

    /** Shows a notice without a key. */
    public void say(SessionNotice.Kind kind, String text) {
        say(kind, Message.verbatim(text));
    }

    /** Shows a notice. */
    public void say(SessionNotice.Kind kind, Message message) {
        notice = new SessionNotice(notice == null ? 1 : notice.number() + 1, kind, message);
    }

    /** Makes the next take fail as only an error of the program does. */
    public void breakNextTake(RuntimeException mistake) {
        fault = mistake;
    }

    /** Sets the diagnosis. */
    public void diagnose(Diagnosis says) {
        diagnosis = says;
    }

    @Override
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    @Override
    public double pace() {
        return pace;
    }

    /** Makes the run fail. */
    public void fail(String text) {
        state = RunState.FAILED;
        say(SessionNotice.Kind.PROBLEM, text);
    }

    /** Sets the checkpoints, whose contents cannot be read. */
    public void keep(List<Checkpoint> kept) {
        checkpoints = List.copyOf(kept);
    }

    /** Checkpoints that came with the run that was restored last. */
    public List<ProjectCheckpoint> restoredPast() {
        return restoredPast;
    }

    @Override
    public CheckpointHistory history() {
        return new CheckpointHistory() {
            @Override
            public List<Checkpoint> checkpoints() {
                return checkpoints;
            }

            @Override
            public @Nullable SampleGrid grid(Checkpoint checkpoint) {
                return null;
            }

            @Override
            public @Nullable RunCapture capture(Checkpoint checkpoint) {
                return null;
            }
        };
    }

    @Override
    public FakeLatentRenderer latents() {
        return latents;
    }

    @Override
    public void addListener(TrainingListener listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        timesClosed++;
    }

    /** Calls of {@link #close()} so far. */
    public int timesClosed() {
        return timesClosed;
    }

    @Override
    public RunBookmarks bookmarks() {
        return bookmarks;
    }

    @Override
    public ScalarLog scalars() {
        return log;
    }

    @Override
    public TrainingSnapshot takeSnapshot() {
        RuntimeException mistake = fault;
        if (mistake != null) {
            fault = null;
            throw mistake;
        }
        while (!queue.isEmpty()) {
            queue.remove().dispatch(executor);
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
                step * trainedSecondsAStep,
                running ? 1 / SECONDS_A_STEP + 7 * Math.sin(step) : 0,
                running ? 64 / SECONDS_A_STEP : 0,
                412L << 20,
                threads,
                scores,
                new TrainingSnapshot.Grids(generated(), real, null),
                notice);
    }

    /** Carries out commands as the session does; ignores what it would refuse, and what only a real run can do. */
    private final class Executor implements TrainingCommand.Handler {

        @Override
        public void load(TrainingCommand.Load command) {
            beginLoading(command.request());
        }

        @Override
        public void restore(TrainingCommand.Restore command) {
            restored = command.capture();
            restoredPast = command.past();
            beginLoading(command.capture().info().request());
        }

        private void beginLoading(RunRequest request) {
            loading = request;
            stateBefore = state;
            loadingFrame = 0;
            state = RunState.LOADING;
        }

        @Override
        public void cancelLoad(TrainingCommand.CancelLoad command) {
            if (state == RunState.LOADING) {
                loading = null;
                state = settled(stateBefore);
            }
        }

        @Override
        public void start(TrainingCommand.Start command) {
            if (state.canStep()) {
                state = RunState.RUNNING;
            }
        }

        @Override
        public void pause(TrainingCommand.Pause command) {
            if (state == RunState.RUNNING) {
                state = RunState.PAUSED;
            }
        }

        @Override
        public void step(TrainingCommand.Step command) {
            if (state.canStep()) {
                takeStep();
                state = RunState.PAUSED;
            }
        }

        @Override
        public void reset(TrainingCommand.Reset command) {
            RunInfo old = run;
            if (old != null) {
                run = new RunInfo(old.number() + 1, old.request(), old.dataName(), old.dataSize(), old.classNames());
                restart();
            }
        }

        @Override
        public void adjust(TrainingCommand.Adjust command) {
            if (run != null) {
                changeSpec(run, command.spec());
            }
        }

        @Override
        public void setWeight(TrainingCommand.SetWeight command) {}

        @Override
        public void useData(TrainingCommand.UseData command) {
            RunInfo old = run;
            if (old != null) {
                RunRequest request = old.request().withDataId(command.data().id());
                run = new RunInfo(
                        old.number(),
                        request,
                        command.data().name(),
                        command.data().size(),
                        old.classNames());
            }
        }

        @Override
        public void setEvaluationPeriod(TrainingCommand.SetEvaluationPeriod command) {}

        @Override
        public void setThreads(TrainingCommand.SetThreads command) {
            threads = command.count() > 0 ? new ThreadUse(command.count(), false, 3, List.of()) : calibrated();
        }

        @Override
        public void setPace(TrainingCommand.SetPace command) {
            pace = command.stepsPerSecond();
        }

        @Override
        public void setGrid(TrainingCommand.SetGrid command) {
            size = command;
            renderReal();
        }

        @Override
        public void capture(TrainingCommand.Capture command) {
            answer(command);
        }

        @Override
        public void markCheckpoint(TrainingCommand.MarkCheckpoint command) {}

        @Override
        public void goBack(TrainingCommand.GoBack command) {}

        @Override
        public void setBookmarks(TrainingCommand.SetBookmarks command) {
            bookmarks = command.bookmarks();
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

    private static ThreadUse calibrated() {
        return new ThreadUse(
                2,
                true,
                3,
                List.of(new ThreadTiming(1, 0.02), new ThreadTiming(2, 0.0125), new ThreadTiming(3, 0.0128)));
    }

    private static RunState settled(RunState before) {
        return before == RunState.RUNNING ? RunState.PAUSED : before;
    }

    private void changeSpec(RunInfo now, GanSpec spec) {
        RunRequest old = now.request();
        RunRequest request = new RunRequest(old.presetId(), spec, old.dataId(), old.seed());
        run = new RunInfo(now.number(), request, now.dataName(), now.dataSize(), now.classNames());
    }

    /** Why points cannot be read; null for other data, and where they can. */
    private static @Nullable Message unreadable(RunRequest request) {
        try {
            points(request);
            return null;
        } catch (DataException e) {
            return e.message();
        }
    }

    private void load() {
        RunRequest request = loading;
        if (request == null || loadingFrame++ < loadingFrames) {
            return;
        }
        loading = null;
        Message reason = refusal == null ? unreadable(request) : Message.verbatim(refusal);
        if (reason != null) {
            state = settled(stateBefore);
            say(SessionNotice.Kind.PROBLEM, reason);
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
            log = restored.scalars().copy();
            state = RunState.PAUSED;
            restored = null;
        }
    }

    private void restart() {
        log = new ScalarLog();
        step = 0;
        scores = null;
        state = RunState.READY;
        renderReal();
    }

    private void takeStep() {
        step++;
        SeededRandomStream noise = new SeededRandomStream(3, Purpose.TEST, step);
        double progress = progress();
        double d = 1.386 - 0.75 * Math.exp(-step / 300.0) - 0.12 * progress + 0.07 * noise.nextGaussian();
        double g = 0.72 + 1.9 * Math.exp(-step / 500.0) + 0.15 * progress + 0.11 * noise.nextGaussian();
        double gap = 0.09 + 0.35 * Math.exp(-step / 600.0);
        scores = new StepReport(
                Math.abs(d),
                Math.abs(g),
                clamp(0.5 + gap + 0.03 * noise.nextGaussian()),
                clamp(0.5 - gap + 0.03 * noise.nextGaussian()));
        StepReport taken = scores;
        log.append(step, step * SECONDS_A_STEP, taken);
        listeners.forEach(listener -> listener.onStep(step, step * SECONDS_A_STEP, taken));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Progress of the simulated generator, 0 to 1. */
    public double progress() {
        return 1 - Math.exp(-step / 400.0);
    }

    /** The loaded run; null before. */
    public @Nullable RunInfo run() {
        return run;
    }

    private @Nullable SampleGrid generated() {
        return run == null ? null : grid(run, 0, progress());
    }

    private void renderReal() {
        real = run == null ? null : grid(run, run.request().dataId().equals(DatasetEntry.DOODLES) ? 5000 : 6000, 1);
    }

    private SampleGrid grid(RunInfo now, long firstSeed, double progress) {
        ImageShape shape = now.spec().image();
        SampleGridLayout layout = size.layout(now.spec(), now.request().seed());
        int high = layout.rows();
        int wide = layout.columns();
        float[] pixels = new float[high * wide * shape.size()];
        int[] labels = new int[high * wide];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = now.spec().conditional() || firstSeed > 0 ? i % wide % 10 : i * 7 % 10;
            StrokeGenerator.draw(
                    shape, LatentSampling.ofSeed(firstSeed + i, 32), labels[i], progress, pixels, i * shape.size());
        }
        return new SampleGrid(shape, high, wide, pixels, labels, step);
    }
}
