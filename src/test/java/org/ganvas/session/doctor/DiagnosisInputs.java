package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;

/** Made-up inputs of diagnoses: a healthy run on the ring, with one thing wrong. */
final class DiagnosisInputs {

    static final GanSpec RING = PresetRegistry.get("ring").spec();

    private static final int WINDOWS = 200;
    private static final int SAMPLES = 40;
    private static final int SAMPLE_PERIOD = 100;

    private DiagnosisInputs() {}

    static StepWindow calm(int index) {
        return new StepWindow(index * 20L, 1.38, 0.7, 0.51, 0.49, 1, 1);
    }

    static SampleStatistics varied(int index) {
        return new SampleStatistics(index * (long) SAMPLE_PERIOD, 1, 0.8, 0.9, 1, 0.9, 0.05, Double.NaN);
    }

    static DiagnosisInput of(GanSpec spec, IntFunction<StepWindow> window, IntFunction<SampleStatistics> sample) {
        List<StepWindow> windows = new ArrayList<>();
        for (int i = 1; i <= WINDOWS; i++) {
            windows.add(window.apply(i));
        }
        List<SampleStatistics> samples = new ArrayList<>();
        for (int i = 1; i <= SAMPLES; i++) {
            samples.add(sample.apply(i));
        }
        return new DiagnosisInput(spec, windows, 1, samples);
    }

    static DiagnosisInput healthy() {
        return of(RING, DiagnosisInputs::calm, DiagnosisInputs::varied);
    }
}
