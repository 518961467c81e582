package org.ganvas.session;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.engine.probe.ThreadTimingProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.doctor.StepStatistics;
import org.ganvas.session.history.StoredCheckpoint;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.StepScores;
import org.ganvas.session.threads.ThreadGovernor;
import org.jspecify.annotations.Nullable;

/** The run on the desk, with all that belongs to it. The training thread's. */
public final class TrainingRun implements AutoCloseable {

    private final Dataset data;
    private final Trainer trainer;
    private final ScalarLog metrics;
    private MetricLog measures;
    private final DivergenceRecovery net = new DivergenceRecovery();
    private final StepStatistics pulse = new StepStatistics();
    private RunInfo info;
    private Bookmarks keepsakes = Bookmarks.NONE;
    private double trainedSeconds;
    private long lastStepNanos;

    /**
     * Builds networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.SpecException if data and spec do not fit
     */
    TrainingRun(int number, RunRequest request, Dataset data) {
        this.data = data;
        trainer = Trainer.of(request.spec(), data, request.seed());
        metrics = new ScalarLog();
        measures = new MetricLog();
        info = new RunInfo(number, request, data.name(), data.size(), classNames(request.spec(), data));
    }

    /** Takes up a captured run. */
    TrainingRun(int number, RunCapture capture, Dataset data) {
        RunRequest request = capture.info().request();
        this.data = data;
        trainer = Trainer.of(request.spec(), data, request.seed());
        trainer.restore(capture.state());
        metrics = capture.metrics().copy();
        measures = capture.measures().copy();
        trainedSeconds = capture.trainedSeconds();
        keepsakes = capture.keepsakes();
        info = new RunInfo(number, request, data.name(), data.size(), classNames(request.spec(), data));
    }

    /** What a column of the grid is called: a class of the data, or a category that D has to find by itself. */
    private static List<String> classNames(GanSpec spec, Dataset data) {
        return spec.conditioning() == Conditioning.INFORMATION
                ? IntStream.rangeClosed(1, spec.classes())
                        .mapToObj(i -> "c" + i)
                        .toList()
                : data.classNames();
    }

    /** Takes one step and writes it into the log. */
    StepScores step() {
        net.spread(trainer);
        long before = System.nanoTime();
        StepReport report = trainer.step();
        lastStepNanos = System.nanoTime() - before;
        trainedSeconds += lastStepNanos / 1e9;
        net.took(lastStepNanos / 1e9);
        pulse.count(trainer.stepsTaken(), report);
        StepScores scores = Scores.of(report, trainer.spec().loss());
        if (trainer.stepsTaken() > metrics.lastStep()) {
            // After a recovery the curves may hold steps that are taken once more.
            metrics.append(trainer.stepsTaken(), trainedSeconds, scores);
        }
        return scores;
    }

    /** Goes back to the last good step; false if there is none. */
    boolean recover(DivergenceException failure) {
        return net.recover(trainer, failure.step());
    }

    /** Has the number of threads measured if that is due, with steps that are taken back. */
    void measure(ThreadGovernor threads) {
        if (!threads.due()) {
            return;
        }
        try (ThreadTimingProbe probe = new ThreadTimingProbe(trainer)) {
            threads.calibrate(probe::stepSeconds);
        } catch (DivergenceException e) {
            // The run may end there too, but by its own step, so that it is told as what it is.
            threads.settle();
        }
        threads.apply();
        net.keep(trainer);
    }

    /** Steps from here on are computed with another number of threads. */
    void threadsChanged() {
        net.keep(trainer);
    }

    /** How long the latest step took. */
    long lastStepNanos() {
        return lastStepNanos;
    }

    GanSpec withRates(double generator, double discriminator) {
        return spec().withTraining(spec().training().withRates(generator, discriminator));
    }

    /** @throws org.ganvas.engine.spec.SpecException if the change needs a new start; nothing is changed then */
    void adjust(GanSpec changed) {
        GanSpec before = spec();
        trainer.adjust(changed);
        net.keep(trainer);
        ChangedSettings.between(before, changed).forEach(one -> mark(one.key(), one.before(), one.after()));
        RunRequest old = info.request();
        RunRequest request = new RunRequest(old.presetId(), trainer.spec(), old.dataId(), old.seed());
        info = new RunInfo(info.number(), request, info.dataName(), info.dataSize(), info.classNames());
    }

    /** Notes a changed setting beside the curves; before the first step nothing has changed. */
    private void mark(String key, String before, String after) {
        long step = trainer.stepsTaken();
        if (step > 0) {
            metrics.changes().append(new SettingChange(step, trainedSeconds, key, before, after));
        }
    }

    /** Answers whoever asked for a copy; there may be no run. */
    static void answer(
            TrainingCommand.Capture asked, @Nullable TrainingRun run, int threads, @Nullable SampleGrid drawn) {
        if (run == null) {
            asked.answer().completeExceptionally(new IllegalStateException("There is no run yet."));
        } else {
            asked.answer().complete(run.capture(threads, drawn));
        }
    }

    RunCapture capture(int threads, @Nullable SampleGrid drawn) {
        return new RunCapture(
                info, trainer.capture(), trainedSeconds, metrics.copy(), measures.copy(), threads, drawn, keepsakes);
    }

    void keep(Bookmarks newKeepsakes) {
        keepsakes = newKeepsakes;
    }

    Bookmarks keepsakes() {
        return keepsakes;
    }

    /** The same with its curves in the form that is kept. */
    StoredCheckpoint keep(int threads) {
        return new StoredCheckpoint(
                info,
                trainer.capture(),
                trainedSeconds,
                metrics.save(),
                metrics.changes().read(),
                threads);
    }

    GridLayout arrangement(int rows, int columns) {
        return GridLayout.of(spec(), rows, columns, info.request().seed());
    }

    public GanSpec spec() {
        return trainer.spec();
    }

    /** Whether a run that is asked for needs no other data than this one's. */
    boolean holdsDataOf(RunRequest request) {
        return data.id().equals(request.dataId())
                && data.shape().equals(request.spec().image());
    }

    public Dataset data() {
        return data;
    }

    Trainer trainer() {
        return trainer;
    }

    ScalarLog metrics() {
        return metrics;
    }

    /** Takes over what was measured of this run before it went back. */
    void remember(MetricLog earlier) {
        measures = earlier.until(trainer.stepsTaken());
    }

    MetricLog measures() {
        return measures;
    }

    StepStatistics pulse() {
        return pulse;
    }

    public RunInfo info() {
        return info;
    }

    double trainedSeconds() {
        return trainedSeconds;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
