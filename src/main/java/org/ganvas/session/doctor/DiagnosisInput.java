package org.ganvas.session.doctor;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * All that a diagnosis is made from. Immutable, any thread.
 *
 * @param spec of the run, as it is now
 * @param windows the latest figures, the oldest first
 * @param maxGradient of G's, over the whole run
 * @param samples the latest looks at what G draws, the oldest first
 */
public record DiagnosisInput(
        GanSpec spec, List<StepWindow> windows, double maxGradient, List<SampleStatistics> samples) {

    public DiagnosisInput {
        windows = List.copyOf(windows);
        samples = List.copyOf(samples);
    }

    /** The step it is about. */
    public long step() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).step();
    }

    /** The latest stretches that cover so many steps, fewer where there are no more. */
    List<StepWindow> latestWindows(int steps) {
        int count = Math.min(windows.size(), steps / StepStatistics.WINDOW_STEPS);
        return windows.subList(windows.size() - count, windows.size());
    }

    /** Whether that many steps were counted. */
    boolean covers(int steps) {
        return windows.size() * StepStatistics.WINDOW_STEPS >= steps;
    }

    /** The looks of the last so many steps. */
    List<SampleStatistics> latestSamples(long steps) {
        return samples.stream().filter(one -> one.step() > step() - steps).toList();
    }
}
