package org.ganvas.session.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.ganvas.data.Dataset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.session.background.WorkerTask;
import org.jspecify.annotations.Nullable;

/** Repeated diagnosis of one run: generates samples, analyses them, diagnoses. The {@code doctor} thread's. */
public final class DiagnosisTask implements WorkerTask {

    private static final int MAX_SAMPLES = 100;

    private final Supplier<GanSpec> spec;
    private final LongFunction<List<SpecChange>> changes;
    private final Dataset data;
    private final StepStatistics statistics;
    private final Consumer<Diagnosis> listener;
    private final Doctor doctor = new Doctor();
    private final Deque<SampleStatistics> samples = new ArrayDeque<>();
    private @Nullable SampleAnalyzer analyzer;
    private @Nullable GeneratorProbe probe;

    /**
     * @param spec of the run, with live changes up to now
     * @param changes of the run's settings up to a step
     * @param statistics of the run's steps
     * @param listener receives every diagnosis
     */
    public DiagnosisTask(
            Supplier<GanSpec> spec,
            LongFunction<List<SpecChange>> changes,
            Dataset data,
            StepStatistics statistics,
            Consumer<Diagnosis> listener) {
        this.spec = spec;
        this.changes = changes;
        this.data = data;
        this.statistics = statistics;
        this.listener = listener;
    }

    @Override
    public void process(PlayerWeights weights, double trainedSeconds, Rest rest) {
        SampleAnalyzer samplesOfRun = analyzer;
        GeneratorProbe generator = probe;
        if (samplesOfRun == null || generator == null) {
            samplesOfRun = new SampleAnalyzer(weights.spec(), data);
            generator = new GeneratorProbe(weights.spec());
            analyzer = samplesOfRun;
            probe = generator;
        }
        generator.load(weights);
        float[] pixels = generator.generate(samplesOfRun.latents(), samplesOfRun.labels());
        // In the frame of the data, where all real points stay; distances are compared with theirs.
        float[] still = weights.place().inverse().mapped(pixels);
        listener.accept(diagnose(samplesOfRun.analyze(still, weights.step())));
    }

    private Diagnosis diagnose(SampleStatistics sample) {
        SampleStatistics last = samples.peekLast();
        if (last != null && last.step() >= sample.step()) {
            // The run was taken back: samples of later steps are of another branch.
            samples.removeIf(one -> one.step() >= sample.step());
        }
        samples.addLast(sample);
        if (samples.size() > MAX_SAMPLES) {
            samples.removeFirst();
        }
        return doctor.diagnose(new DiagnosisInput(
                spec.get(),
                statistics.windows(),
                statistics.maxGradient(),
                List.copyOf(samples),
                changes.apply(sample.step())));
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
