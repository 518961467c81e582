package org.ganvas.session.doctor;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * All that a diagnosis is made from. Immutable, any thread.
 *
 * @param spec of the run, as it is now
 * @param stretches the latest figures, the oldest first
 * @param greatestGradient of G's, over the whole run
 * @param samples the latest looks at what G draws, the oldest first
 */
public record DiagnosisInput(
        GanSpec spec, List<StepWindow> stretches, double greatestGradient, List<SampleStatistics> samples) {

    public DiagnosisInput {
        stretches = List.copyOf(stretches);
        samples = List.copyOf(samples);
    }

    /** The step it is about. */
    public long step() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).step();
    }

    /** The latest stretches that cover so many steps, fewer where there are no more. */
    List<StepWindow> latest(int steps) {
        int count = Math.min(stretches.size(), steps / StepStatistics.STRETCH);
        return stretches.subList(stretches.size() - count, stretches.size());
    }

    /** Whether that many steps were counted. */
    boolean counted(int steps) {
        return stretches.size() * StepStatistics.STRETCH >= steps;
    }

    /** The looks of the last so many steps. */
    List<SampleStatistics> samplesOf(long steps) {
        return samples.stream().filter(one -> one.step() > step() - steps).toList();
    }
}
