package org.ganvas.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.engine.probe.ThreadTimingProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.engine.train.StepObserver;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.doctor.StepStatistics;
import org.ganvas.session.history.StoredCheckpoint;
import org.ganvas.session.lab.StepTracer;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.threads.ThreadGovernor;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/** The loaded run with its trainer, logs and recovery. The training thread's. */
public final class TrainingRun implements AutoCloseable {

    private static final TrainingCommand.Step BOTH = new TrainingCommand.Step();

    private Dataset data;
    private Trainer trainer;
    private final ConcurrentMap<String, Dataset> datasets;
    private final ScalarLog scalars;
    private MetricLog metrics;
    private final DivergenceRecovery recovery = new DivergenceRecovery();
    private final StepStatistics statistics = new StepStatistics();
    private RunInfo info;
    private RunBookmarks bookmarks = RunBookmarks.NONE;
    private double trainedSeconds;
    private long lastStepNanos;
    private TrainingCommand.Step prepared = BOTH;

    /**
     * A new run, with initial weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec
     */
    TrainingRun(int number, RunRequest request, Dataset data) {
        // Data in memory may be under the transform of an earlier run.
        this.data = data.withPointTransform(data.fittingTransform());
        datasets = new ConcurrentHashMap<>(Map.of(data.id(), this.data));
        trainer = Trainer.of(request.spec(), trainingPart(request, this.data), request.seed());
        scalars = new ScalarLog();
        metrics = new MetricLog();
        info = info(number, request, this.data);
    }

    /** A run that continues a captured one. */
    TrainingRun(int number, RunCapture capture, Dataset data) {
        this(number, capture, data, new ConcurrentHashMap<>(Map.of(data.id(), data)));
    }

    private TrainingRun(int number, RunCapture capture, Dataset data, ConcurrentMap<String, Dataset> datasets) {
        this.datasets = datasets;
        RunRequest request = capture.info().request();
        this.data = data.withPointTransform(capture.info().pointTransform());
        trainer = Trainer.of(request.spec(), trainingPart(request, this.data), request.seed());
        trainer.restore(capture.state());
        scalars = capture.scalars().copy();
        metrics = capture.metrics().copy();
        trainedSeconds = capture.trainedSeconds();
        bookmarks = capture.bookmarks();
        info = info(number, request, this.data);
    }

    private static Dataset trainingPart(RunRequest request, Dataset data) {
        return request.spec().game().takesLatents()
                ? NormalImages.training(request.spec(), data, request.seed())
                : TranslationExamples.training(request.spec(), data, request.seed());
    }

    private static RunInfo info(int number, RunRequest request, Dataset data) {
        return new RunInfo(
                number,
                request,
                data.name(),
                data.size(),
                classNames(request.spec(), data),
                DatasetFingerprint.of(data),
                data.pointTransform());
    }

    /** The same run at an earlier step. */
    TrainingRun at(RunCapture earlier) {
        Dataset then = datasets.getOrDefault(earlier.info().request().dataId(), data);
        TrainingRun back = new TrainingRun(info.number(), earlier, then, datasets);
        back.bookmarks = bookmarks;
        back.metrics = metrics.upTo(back.trainer.stepsTaken());
        return back;
    }

    /** Names of the columns of the sample grid: classes of the data, or categories that the networks find by themselves. */
    private static List<String> classNames(GanSpec spec, Dataset data) {
        return spec.conditioning() == Conditioning.INFORMATION
                ? IntStream.rangeClosed(1, spec.classes())
                        .mapToObj(i -> "c" + i)
                        .toList()
                : data.classNames();
    }

    /** Sets what the next step is to be; the steps after that are of both networks again. */
    void prepareStep(TrainingCommand.Step step) {
        prepared = step;
    }

    /** Takes one step and appends it to the log. */
    StepReport step() {
        TrainingCommand.Step taken = prepared;
        prepared = BOTH;
        recovery.beforeStep(trainer);
        StepTracer tracer = taken.trace() != null && StepTracer.records(spec()) ? new StepTracer(trainer) : null;
        long before = System.nanoTime();
        StepReport report = trainer.step(taken.only(), tracer == null ? StepObserver.NONE : tracer);
        lastStepNanos = System.nanoTime() - before;
        trainedSeconds += lastStepNanos / 1e9;
        recovery.afterStep(lastStepNanos / 1e9);
        if (taken.only() != null) {
            // The recovery takes steps again as steps of both.
            recovery.keep(trainer);
        }
        statistics.add(trainer.stepsTaken(), report);
        if (trainer.stepsTaken() > scalars.lastStep()) {
            // After a recovery the log may hold steps that are taken once more.
            scalars.append(trainer.stepsTaken(), trainedSeconds, report);
        }
        if (tracer != null && taken.trace() != null) {
            taken.trace().complete(tracer.trace(taken.only(), report, realPoints()));
        }
        return report;
    }

    private float[] realPoints() {
        return layout(TrainingCommand.SetGrid.DEFAULT)
                .realImages(spec(), spec().dataAt(data, trainer.stepsTaken()))
                .pixels();
    }

    /** Goes back to the last good step; false if there is none. */
    boolean recover(DivergenceException failure) {
        return recovery.recover(trainer, failure.step());
    }

    /** Calibrates the number of threads if that is due, with steps that are undone. */
    void calibrateThreads(ThreadGovernor threads) {
        if (!threads.calibrationDue()) {
            return;
        }
        try (ThreadTimingProbe probe = new ThreadTimingProbe(trainer)) {
            threads.calibrate(probe::stepSeconds);
        } catch (DivergenceException e) {
            // The run may diverge there too, but by its own step, which is reported as such.
            threads.postpone();
        }
        threads.apply();
        recovery.keep(trainer);
    }

    /** Steps from here on are computed with another number of threads. */
    void threadsChanged() {
        recovery.keep(trainer);
    }

    /** Duration of the latest step. */
    long lastStepNanos() {
        return lastStepNanos;
    }

    /** @throws org.ganvas.engine.spec.base.SpecException if the change needs a new start; nothing is changed then */
    void changeSpec(GanSpec changed) {
        GanSpec before = spec();
        trainer.adjust(changed);
        recovery.keep(trainer);
        SettingRegistry.changes(before, changed).forEach(one -> logChange(one.key(), one.before(), one.after()));
        info = info.withRequest(info.request().withSpec(trainer.spec()));
    }

    /**
     * Trains on other data of the same shape from the next step on.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if it does not fit the spec; nothing is changed then
     */
    void useData(Dataset next) {
        Dataset fitting = next.withPointTransform(next.fittingTransform());
        RunRequest request = info.request().withDataId(next.id());
        Trainer successor = Trainer.of(spec(), trainingPart(request, fitting), request.seed());
        successor.restore(trainer.capture());
        trainer.close();
        trainer = successor;
        recovery.keep(trainer);
        if (!fitting.id().equals(data.id())) {
            logChange(
                    SettingChange.DATA, SettingChange.shortened(data.name()), SettingChange.shortened(fitting.name()));
        }
        data = fitting;
        datasets.put(fitting.id(), fitting);
        info = info(info.number(), request, fitting);
    }

    /** Trains on data again that this run was trained on before. */
    void useData(String id) {
        Dataset known = datasets.get(id);
        if (known != null && known != data) {
            useData(known);
        }
    }

    /**
     * Sets one weight.
     *
     * @return the value before
     * @throws org.ganvas.engine.spec.base.SpecException if there is no such weight
     */
    float setWeight(WeightEdit edit) {
        float before = trainer.setWeight(edit);
        recovery.keep(trainer);
        if (before != edit.value()) {
            logChange(edit.address().key(), Float.toString(before), Float.toString(edit.value()));
        }
        return before;
    }

    /** Logs a changed setting beside the scalars; before the first step nothing has changed. */
    private void logChange(String key, String before, String after) {
        long step = trainer.stepsTaken();
        if (step > 0) {
            scalars.changes().append(new SettingChange(step, trainedSeconds, key, before, after));
        }
    }

    /**
     * A complete copy of the run.
     *
     * @param threads native threads it is computed with
     * @param generated the sample grid as it was rendered last; null if there is none
     */
    RunCapture capture(int threads, @Nullable SampleGrid generated) {
        return new RunCapture(
                info, trainer.capture(), trainedSeconds, scalars.copy(), metrics.copy(), threads, generated, bookmarks);
    }

    void setBookmarks(RunBookmarks changed) {
        bookmarks = changed;
    }

    RunBookmarks bookmarks() {
        return bookmarks;
    }

    /**
     * A copy of the run with its scalars in the form that the history stores.
     *
     * @param threads native threads it is computed with
     */
    StoredCheckpoint checkpoint(int threads) {
        return new StoredCheckpoint(
                info,
                trainer.capture(),
                trainedSeconds,
                scalars.save(),
                scalars.changes().read(),
                threads);
    }

    SampleGridLayout layout(TrainingCommand.SetGrid grid) {
        return grid.layout(spec(), info.request().seed());
    }

    public GanSpec spec() {
        return trainer.spec();
    }

    /** Whether a requested run needs the data of this one. */
    boolean holdsDataOf(RunRequest request) {
        return data.id().equals(request.dataId())
                && data.shape().equals(request.spec().image());
    }

    public Dataset data() {
        return data;
    }

    /** All data that it was trained on since it was loaded, by id. Any thread. */
    Map<String, Dataset> datasets() {
        return datasets;
    }

    Trainer trainer() {
        return trainer;
    }

    ScalarLog scalars() {
        return scalars;
    }

    MetricLog metrics() {
        return metrics;
    }

    StepStatistics statistics() {
        return statistics;
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
