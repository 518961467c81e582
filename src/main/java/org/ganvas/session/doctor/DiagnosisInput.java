package org.ganvas.session.doctor;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GrowthStages;

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

    /** Step of the latest change of a setting or of the stage of growth; 0 if there was none. */
    long lastChange() {
        long setting = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).step();
        return Math.max(setting, phaseBegin());
    }

    /**
     * Step before the part of a growing run that the newest window lies in: networks of another stage have other losses and
     * gradients. 0 in the first part and for a run that does not grow.
     */
    long phaseBegin() {
        long last = windows.isEmpty() ? 0 : windows.get(windows.size() - 1).lastStep();
        return GrowthStages.of(spec).phaseAt(last).from() - 1;
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
