package org.ganvas.session.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ganvas.data.Dataset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.session.background.WorkerTask;
import org.jspecify.annotations.Nullable;

/** The doctor's rounds of one run: draws, looks, and tells. The doctor thread's. */
public final class DiagnosisTask implements WorkerTask {

    private static final int KEPT = 100;

    private final Supplier<GanSpec> spec;
    private final Dataset data;
    private final StepStatistics pulse;
    private final Consumer<Diagnosis> told;
    private final Doctor doctor = new Doctor();
    private final Deque<SampleStatistics> samples = new ArrayDeque<>();
    private @Nullable SampleAnalyzer reader;
    private @Nullable GeneratorProbe probe;

    /**
     * @param spec of the run as it is now, with live changes
     * @param pulse of the game
     * @param told hears of each diagnosis
     */
    public DiagnosisTask(Supplier<GanSpec> spec, Dataset data, StepStatistics pulse, Consumer<Diagnosis> told) {
        this.spec = spec;
        this.data = data;
        this.pulse = pulse;
        this.told = told;
    }

    @Override
    public void on(GeneratorWeights weights, double trainedSeconds, Rest rest) {
        SampleAnalyzer looking = reader;
        GeneratorProbe drawing = probe;
        if (looking == null || drawing == null) {
            looking = new SampleAnalyzer(weights.spec(), data);
            drawing = new GeneratorProbe(weights.spec());
            reader = looking;
            probe = drawing;
        }
        drawing.load(weights);
        told.accept(look(looking.read(drawing.generate(looking.latents(), looking.labels()), weights.step())));
    }

    private Diagnosis look(SampleStatistics sign) {
        SampleStatistics last = samples.peekLast();
        if (last != null && last.step() >= sign.step()) {
            // The run went back; what was seen of the steps after is of another future.
            samples.removeIf(one -> one.step() >= sign.step());
        }
        samples.addLast(sign);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
        return doctor.examine(
                new DiagnosisInput(spec.get(), pulse.stretches(), pulse.greatestGradient(), List.copyOf(samples)));
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
