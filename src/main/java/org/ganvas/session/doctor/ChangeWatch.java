package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of a run after each change of a setting with the same run before it: a change that ruins the run shows within
 * tens of steps, long before thresholds that hold for every run are crossed. Thresholds are from runs with a rate of G or D
 * of 1, or with 20 updates of one network, against halved rates and doubled updates, which are harmless. One thread.
 */
final class ChangeWatch {

    /** Steps for which a change is watched; what begins later has other causes too. */
    private static final long WATCHED_STEPS = 3000;

    /** Steps before a change that it is compared with. */
    private static final long BEFORE_STEPS = 400;

    /** Windows and samples after a change, at least and at most. */
    private static final int MIN_AFTER = 2;

    private static final int MAX_AFTER = 3;

    /** Share of the coverage before, below which what was learnt is lost. */
    private static final double COVERAGE_LEFT = 0.5;

    /** Coverage below which nothing has been learnt that could be lost. */
    private static final double LEARNT = 0.15;

    /** Share of D's loss before, below which D has run away. */
    private static final double LOSS_LEFT = 1.0 / 3;

    /** Means and medians before the changes, which leave the bounded history of the input long before a watch ends. */
    private final Map<String, Baseline> baselines = new HashMap<>();

    /** Changes since which the run has been worse all the time, which are watched for as long as it is. */
    private final Set<String> lasting = new HashSet<>();

    /**
     * The run before a change; NaN where nothing is known.
     *
     * @param coverage median coverage of the samples
     * @param loss mean loss of D
     */
    private record Baseline(double coverage, double loss) {}

    /** What has changed for the worse since a setting was changed. */
    List<SymptomReading> detect(DiagnosisInput input) {
        List<SymptomReading> readings = new ArrayList<>();
        for (SpecChange change : input.changes()) {
            String id = change.key() + change.step();
            Baseline before = baselines.computeIfAbsent(id, key -> baseline(input, change));
            boolean watched = input.step() - change.step() <= WATCHED_STEPS || lasting.contains(id);
            int found = readings.size();
            if (watched && isInEffect(input, change)) {
                lostLoss(input, change, before).ifPresent(readings::add);
                lostCoverage(input, change, before).ifPresent(readings::add);
            }
            if (readings.size() > found) {
                lasting.add(id);
            } else {
                lasting.remove(id);
            }
        }
        return readings;
    }

    private static Baseline baseline(DiagnosisInput input, SpecChange change) {
        long from = change.step() - BEFORE_STEPS;
        List<SampleStatistics> samples = input.samples().stream()
                .filter(sample -> sample.step() > from && sample.step() <= change.step())
                .toList();
        List<StepWindow> windows = input.windows().stream()
                .filter(window -> window.lastStep() > from && window.lastStep() <= change.step())
                .toList();
        return new Baseline(
                median(samples.stream().mapToDouble(SampleStatistics::coverage)),
                mean(windows, StepWindow::discriminatorLoss));
    }

    private static Optional<SymptomReading> lostLoss(DiagnosisInput input, SpecChange change, Baseline before) {
        double equilibrium = input.spec().loss().discriminatorEquilibrium();
        List<StepWindow> since = input.windows().stream()
                .filter(window -> window.lastStep() - StepStatistics.WINDOW_STEPS >= change.step())
                .toList();
        double now = mean(newest(since), StepWindow::discriminatorLoss);
        return since.size() >= MIN_AFTER && equilibrium > 0 && now <= LOSS_LEFT * Math.min(before.loss(), equilibrium)
                ? Optional.of(new SymptomReading(Symptom.LOSS_SINCE_CHANGE, now / before.loss(), LOSS_LEFT))
                : Optional.empty();
    }

    private static Optional<SymptomReading> lostCoverage(DiagnosisInput input, SpecChange change, Baseline before) {
        List<SampleStatistics> since = input.samples().stream()
                .filter(sample -> sample.step() > change.step())
                .toList();
        double now = median(newest(since).stream().mapToDouble(SampleStatistics::coverage));
        return since.size() >= MIN_AFTER && before.coverage() >= LEARNT && now <= COVERAGE_LEFT * before.coverage()
                ? Optional.of(new SymptomReading(Symptom.COVERAGE_SINCE_CHANGE, now / before.coverage(), COVERAGE_LEFT))
                : Optional.empty();
    }

    /**
     * The likely cause of what was first seen at a step: of the changes shortly before it that are still in effect, the
     * greatest, and of equal ones the latest; null if there is none.
     */
    static @Nullable SpecChange causeOf(DiagnosisInput input, long since) {
        SpecChange cause = null;
        for (SpecChange change : input.changes()) {
            boolean before = change.step() <= since && since - change.step() <= WATCHED_STEPS;
            if (before && isInEffect(input, change) && (cause == null || change.ratio() >= cause.ratio())) {
                cause = change;
            }
        }
        return cause;
    }

    /** Whether a change is neither undone nor itself the undoing of an earlier one. */
    private static boolean isInEffect(DiagnosisInput input, SpecChange change) {
        boolean undoes = input.changes().stream()
                .anyMatch(earlier -> earlier.step() < change.step()
                        && earlier.key().equals(change.key())
                        && earlier.before().equals(change.after()));
        boolean setBack = change.isOfWeight()
                && input.changes().stream()
                        .anyMatch(later -> later.step() >= change.step()
                                && later.key().equals(change.key())
                                && later.after().equals(change.before()));
        return !undoes && !setBack && !change.isUndoneIn(input.spec());
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MAX_AFTER), all.size());
    }

    private static double mean(List<StepWindow> windows, ToDoubleFunction<StepWindow> column) {
        return windows.stream().mapToDouble(column).average().orElse(Double.NaN);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
