package org.ganvas.session.doctor;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * Input of a diagnosis. Immutable, any thread.
 *
 * @param spec of the run, with live changes
 * @param windows the latest step statistics, the oldest first
 * @param maxGradient greatest mean norm of G's gradient in any window of the run
 * @param samples the latest sample statistics, the oldest first
 * @param changes the latest changes of settings, the oldest first
 */
public record DiagnosisInput(
        GanSpec spec,
        List<StepWindow> windows,
        double maxGradient,
        List<SampleStatistics> samples,
        List<SpecChange> changes) {

    public DiagnosisInput {
        windows = List.copyOf(windows);
        samples = List.copyOf(samples);
        changes = List.copyOf(changes);
    }

    /** An input of a run whose settings were never changed. */
    public DiagnosisInput(GanSpec spec, List<StepWindow> windows, double maxGradient, List<SampleStatistics> samples) {
        this(spec, windows, maxGradient, samples, List.of());
    }

    /** Step of the latest change; 0 if there was none. */
    long lastChange() {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).step();
    }

    /** Step of the newest sample; 0 before the first. */
    public long step() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).step();
    }

    /** The latest windows of so many steps; fewer where there are no more. */
    List<StepWindow> latestWindows(int steps) {
        int count = Math.min(windows.size(), steps / StepStatistics.WINDOW_STEPS);
        return windows.subList(windows.size() - count, windows.size());
    }

    /** Whether there are windows of so many steps. */
    boolean covers(int steps) {
        return windows.size() * StepStatistics.WINDOW_STEPS >= steps;
    }

    /** The samples of the last so many steps. */
    List<SampleStatistics> latestSamples(long steps) {
        return samples.stream().filter(one -> one.step() > step() - steps).toList();
    }
}
