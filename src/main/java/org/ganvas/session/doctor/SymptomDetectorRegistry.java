package org.ganvas.session.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ganvas.engine.spec.training.LossSpec;

/**
 * Registry of detectors, with thresholds found on the failure mode presets and validated on healthy runs with other seeds
 * (the benchmark {@code DoctorProof}). Another detector is one more line of {@link #ALL}. Pure functions, any thread.
 */
final class SymptomDetectorRegistry {

    /** Steps before any symptom counts: every generator begins with a blob. */
    static final int WARM_UP = 400;

    /** Steps that values are averaged over: shorter swings are normal. */
    private static final int WINDOW = 400;

    /** Fewest samples for a median. */
    private static final int MIN_SAMPLES = 4;

    /** D's loss above so many times its equilibrium (or 1) diverges. */
    private static final double LOSS_SIZE = 20;

    /** A gradient of so many times its median norm diverges. */
    private static final double GRADIENT_SIZE = 200;

    /** At equilibrium the minimax loss leaves half of the gradient; below this G learns several times slower. */
    private static final double SATURATION = 0.25;

    /** A tenth of the smallest norm in any healthy run on 2-D points. */
    private static final double GRADIENT_LENGTH = 1e-3;

    /** Real images are at 1. */
    private static final double NEAREST = 0.55;

    /** The mean of all images is near to each as well, but does not vary. */
    private static final double MIN_DIVERSITY = 0.4;

    /** Share of D's loss at equilibrium below which it distinguishes nearly all images. */
    private static final double STRONG_LOSS = 0.1;

    /** Multiple of D's loss at equilibrium above which guessing would be better. */
    private static final double WEAK_LOSS = 1.005;

    /** Share of the wanted change below which a translation gives back its input. */
    private static final double EQUALS_INPUT = 0.1;

    /**
     * Share by which outputs are nearer to their own wanted images than to others, below which the input is ignored; as far
     * below 0 it is kept where it was to change.
     */
    private static final double IGNORES_INPUT = 0.1;

    /** Share of the spread of real images. */
    private static final double SPREAD = 0.3;

    /** Half of the modes. */
    private static final double MODES = 0.5;

    private static final double GOOD_QUALITY = 0.5;

    /** Coverage where precision is good. */
    private static final double COVERAGE = 0.1;

    /** Deviation of G's loss between windows, in units of its mean. */
    private static final double SWING = 0.25;

    /** The same for a generator that makes one image, another in every sample: collapsed ones move while G's loss is calm. */
    private static final double CHASE_SWING = 0.08;

    /** Motion of the images of fixed latents from sample to sample, in units of the distance between real ones. */
    private static final double MIN_MOTION = 0.3;

    /** Windows after a change of a setting that a swing is computed from. */
    private static final int MIN_SWING_WINDOWS = 20;

    /** Steps in which losses settle. */
    private static final int FIRST_STEPS = 200;

    /** Deviation of the coverage over {@link #LONG_WINDOW} steps, in units of its mean; half of it is chance and progress. */
    private static final double COMING_AND_GOING = 0.25;

    /** Coverage below which nothing has been learnt that could be forgotten. */
    private static final double LEARNT = 0.1;

    /** Steps of the long window. */
    private static final int LONG_WINDOW = 2000;

    /** Coverage below which there is much to learn. */
    private static final double MUCH_TO_LEARN = 0.5;

    /** Share of the samples of {@link #LONG_WINDOW} steps that capture every mode, where all are captured. */
    private static final double WHOLE = 0.9;

    /** The same at equilibrium, where D leads G nowhere and its points wander out of a mode and back. */
    private static final double WHOLE_AT_EQUILIBRIUM = 0.66;

    /** Greatest difference of D's loss from its equilibrium, in units of that. */
    private static final double NEAR = 0.02;

    /** Greatest deviation of G's loss about its trend at equilibrium, in units of its mean. */
    private static final double STILL = 0.05;

    /** Factor of progress over {@link #LONG_WINDOW} steps. */
    private static final double PROGRESS = 1.05;

    /**
     * Path that the images of fixed latents move in {@link #LONG_WINDOW} steps, in units of the distance between real ones,
     * below which G stands still; in the slowest healthy run it is fifteen times as long.
     */
    private static final double STANDSTILL = 0.05;

    static final List<SymptomDetector> ALL = List.of(
            SymptomDetectorRegistry::lossSize,
            SymptomDetectorRegistry::gradientSize,
            SymptomDetectorRegistry::saturation,
            SymptomDetectorRegistry::gradientLength,
            SymptomDetectorRegistry::memorising,
            SymptomDetectorRegistry::strongDiscriminator,
            SymptomDetectorRegistry::strongGenerator,
            SymptomDetectorRegistry::equalsInput,
            SymptomDetectorRegistry::keepsInput,
            SymptomDetectorRegistry::ignoresInput,
            SymptomDetectorRegistry::spread,
            SymptomDetectorRegistry::modes,
            SymptomDetectorRegistry::coverage,
            SymptomDetectorRegistry::swing,
            SymptomDetectorRegistry::comingAndGoing,
            SymptomDetectorRegistry::standstill,
            SymptomDetectorRegistry::noProgress);

    private SymptomDetectorRegistry() {}

    // ---- Explosion ----

    private static Optional<SymptomReading> lossSize(DiagnosisInput input) {
        double equilibrium = Math.max(1, Math.abs(input.spec().loss().discriminatorEquilibrium()));
        double size =
                Math.abs(mean(input.latestWindows(2 * StepStatistics.WINDOW_STEPS), StepWindow::discriminatorLoss))
                        / equilibrium;
        return above(Symptom.LOSS_SIZE, size, LOSS_SIZE);
    }

    private static Optional<SymptomReading> gradientSize(DiagnosisInput input) {
        if (!input.covers(WARM_UP)) {
            return Optional.empty();
        }
        long begin = input.phaseBegin();
        List<StepWindow> alike =
                input.windows().stream().filter(one -> one.lastStep() > begin).toList();
        if (alike.size() * StepStatistics.WINDOW_STEPS < WARM_UP) {
            return Optional.empty();
        }
        double usual = median(alike.stream().mapToDouble(StepWindow::generatorGradient));
        double size = mean(input.latestWindows(2 * StepStatistics.WINDOW_STEPS), StepWindow::generatorGradient) / usual;
        return above(Symptom.GRADIENT_SIZE, size, GRADIENT_SIZE);
    }

    // ---- Vanishing gradient ----

    private static Optional<SymptomReading> saturation(DiagnosisInput input) {
        if (input.spec().loss() != LossSpec.MINIMAX || !input.covers(WARM_UP)) {
            return Optional.empty();
        }
        return below(Symptom.SATURATION, mean(input.latestWindows(WINDOW), StepWindow::fakeScore), SATURATION);
    }

    private static Optional<SymptomReading> gradientLength(DiagnosisInput input) {
        if (!input.covers(WARM_UP) || coverageOf(input) > MUCH_TO_LEARN) {
            return Optional.empty();
        }
        double length = mean(input.latestWindows(WINDOW), StepWindow::generatorGradient);
        return length > 0 ? below(Symptom.GRADIENT_LENGTH, length, GRADIENT_LENGTH) : Optional.empty();
    }

    // ---- Memorising ----

    private static Optional<SymptomReading> memorising(DiagnosisInput input) {
        double[] all = input.samples().stream()
                .mapToDouble(SampleStatistics::nearest)
                .filter(Double::isFinite)
                .toArray();
        return all.length < 2 || !(medianOf(input, SampleStatistics::spread) > MIN_DIVERSITY)
                ? Optional.empty()
                : below(Symptom.NEAREST, Math.max(all[all.length - 1], all[all.length - 2]), NEAREST);
    }

    // ---- D or G too strong ----

    private static Optional<SymptomReading> strongDiscriminator(DiagnosisInput input) {
        return input.covers(WARM_UP)
                ? below(Symptom.LOSS_OF_WINNER, lossOf(input, WINDOW), STRONG_LOSS)
                : Optional.empty();
    }

    /** D's loss as a share of its equilibrium; NaN where that is not positive. */
    private static double lossOf(DiagnosisInput input, int steps) {
        double equilibrium = input.spec().loss().discriminatorEquilibrium();
        return equilibrium > 0
                ? mean(input.latestWindows(steps), StepWindow::discriminatorLoss) / equilibrium
                : Double.NaN;
    }

    private static Optional<SymptomReading> strongGenerator(DiagnosisInput input) {
        LossSpec loss = input.spec().loss();
        if (!input.covers(WARM_UP) || !loss.hasProbabilities() || loss.paired() || standsStill(latestSamples(input))) {
            return Optional.empty();
        }
        List<StepWindow> window = input.latestWindows(WINDOW);
        long fooled = window.stream().filter(s -> s.fakeScore() > s.realScore()).count();
        double size = mean(window, StepWindow::discriminatorLoss) / loss.discriminatorEquilibrium();
        return fooled >= 0.9 * window.size() ? above(Symptom.LOSS_OF_LOSER, size, WEAK_LOSS) : Optional.empty();
    }

    // ---- Translations ----

    private static Optional<SymptomReading> equalsInput(DiagnosisInput input) {
        return below(Symptom.OUTPUT_EQUALS_INPUT, medianOf(input, SampleStatistics::moved), EQUALS_INPUT);
    }

    /** Outputs that answer the contrary of what is wanted do heed their input: they keep what was to change. */
    private static Optional<SymptomReading> keepsInput(DiagnosisInput input) {
        return above(Symptom.OUTPUT_KEEPS_INPUT, -medianOf(input, SampleStatistics::answered), IGNORES_INPUT);
    }

    private static Optional<SymptomReading> ignoresInput(DiagnosisInput input) {
        double answered = medianOf(input, SampleStatistics::answered);
        return answered < -IGNORES_INPUT
                ? Optional.empty()
                : below(Symptom.OUTPUT_IGNORES_INPUT, answered, IGNORES_INPUT);
    }

    // ---- Mode collapse ----

    private static Optional<SymptomReading> spread(DiagnosisInput input) {
        // Where D has been too strong lately, a lack of diversity is a consequence of that.
        boolean dTooStrong = lossOf(input, WINDOW / 2) <= STRONG_LOSS;
        return dTooStrong || diversityGrows(input) || standsStill(latestSamples(input)) || chases(input)
                ? Optional.empty()
                : below(Symptom.SPREAD, medianOf(input, SampleStatistics::spread), SPREAD);
    }

    /** Whether the diversity of samples grows, as in every run that begins. */
    private static boolean diversityGrows(DiagnosisInput input) {
        List<SampleStatistics> samples = input.latestSamples(2 * WINDOW);
        int half = samples.size() / 2;
        double before = median(samples.subList(0, half).stream().mapToDouble(SampleStatistics::spread));
        double least = samples.subList(half, samples.size()).stream()
                .mapToDouble(SampleStatistics::spread)
                .min()
                .orElse(0);
        return least > before;
    }

    private static Optional<SymptomReading> modes(DiagnosisInput input) {
        return medianOf(input, SampleStatistics::quality) < GOOD_QUALITY || chases(input)
                ? Optional.empty()
                : below(Symptom.MODES, medianOf(input, SampleStatistics::modes), MODES);
    }

    private static Optional<SymptomReading> coverage(DiagnosisInput input) {
        return input.spec().image().isPoint() || !(medianOf(input, SampleStatistics::precision) >= GOOD_QUALITY)
                ? Optional.empty()
                : below(Symptom.COVERAGE, medianOf(input, SampleStatistics::coverage), COVERAGE);
    }

    /**
     * Whether for long all modes of a mixture have been captured, in good quality, by nearly all samples. Losses that swing
     * then swing about the equilibrium, and a coverage that varies or stays is that of the shapes of modes, not of the modes.
     */
    static boolean capturesAllModes(DiagnosisInput input) {
        List<SampleStatistics> samples = input.latestSamples(LONG_WINDOW);
        double whole = samples.stream()
                .filter(sample -> sample.modes() >= 1 && sample.quality() >= GOOD_QUALITY)
                .count();
        double share = whole / Math.max(1, samples.size());
        return input.step() > LONG_WINDOW
                && samples.size() >= MIN_SAMPLES
                && (share >= WHOLE || share >= WHOLE_AT_EQUILIBRIUM && isAtEquilibrium(input));
    }

    private static boolean isAtEquilibrium(DiagnosisInput input) {
        return Math.abs(lossOf(input, WINDOW) - 1) <= NEAR && swingOf(input) <= STILL;
    }

    // ---- Oscillation ----

    private static Optional<SymptomReading> swing(DiagnosisInput input) {
        if (capturesAllModes(input)) {
            return Optional.empty();
        }
        if (chases(input)) {
            return above(Symptom.CHASE, swingOf(input), CHASE_SWING);
        }
        return input.covers(2 * WARM_UP) ? above(Symptom.SWING, swingOf(input), SWING) : Optional.empty();
    }

    /** Whether G and D chase each other: G makes one image at a time, never the same, and its loss rises and falls. */
    private static boolean chases(DiagnosisInput input) {
        return medianOf(input, SampleStatistics::spread) <= SPREAD
                && medianOf(input, SampleStatistics::motion) >= MIN_MOTION
                && swingOf(input) > CHASE_SWING;
    }

    /** Deviation of G's loss about its trend, in units of its mean; NaN where its equilibrium is not positive. */
    private static double swingOf(DiagnosisInput input) {
        int counted = input.windows().size() * StepStatistics.WINDOW_STEPS;
        // The jump of a loss at a change of a setting is no swing.
        List<StepWindow> window = input.latestWindows(Math.min(2 * WINDOW, Math.max(0, counted - FIRST_STEPS))).stream()
                .filter(one -> one.lastStep() > input.lastChange() + StepStatistics.WINDOW_STEPS)
                .toList();
        if (input.lastChange() > 0 && window.size() < MIN_SWING_WINDOWS) {
            return Double.NaN;
        }
        double[] losses = window.stream().mapToDouble(StepWindow::generatorLoss).toArray();
        double mean = mean(window, StepWindow::generatorLoss);
        double equilibrium = input.spec().loss().generatorEquilibrium();
        return equilibrium > 0 ? deviationFromTrend(losses) / Math.max(equilibrium, mean) : Double.NaN;
    }

    /** Standard deviation from the line of least squares. */
    private static double deviationFromTrend(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double width = 0;
        double rise = 0;
        for (int i = 0; i < values.length; i++) {
            width += (i - middle) * (i - middle);
            rise += (i - middle) * (values[i] - mean);
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean - (width > 0 ? rise / width * (i - middle) : 0);
            squares += off * off;
        }
        return Math.sqrt(squares / values.length);
    }

    /** Parts of the data are learnt, and forgotten again. */
    private static Optional<SymptomReading> comingAndGoing(DiagnosisInput input) {
        List<SampleStatistics> samples = input.latestSamples(LONG_WINDOW);
        boolean tooEarly = input.step() < LONG_WINDOW + WARM_UP || samples.size() < 2 * MIN_SAMPLES;
        if (tooEarly || progressed(input) || capturesAllModes(input)) {
            return Optional.empty();
        }
        double mean = samples.stream()
                .mapToDouble(SampleStatistics::coverage)
                .average()
                .orElse(0);
        double squares = samples.stream()
                .mapToDouble(sample -> (sample.coverage() - mean) * (sample.coverage() - mean))
                .average()
                .orElse(0);
        return mean < LEARNT
                ? Optional.empty()
                : above(Symptom.COMING_AND_GOING, Math.sqrt(squares) / mean, COMING_AND_GOING);
    }

    // ---- Stagnation ----

    private static Optional<SymptomReading> standstill(DiagnosisInput input) {
        List<SampleStatistics> samples = input.latestSamples(LONG_WINDOW);
        boolean partlyLearnt = coverageOf(input) > MUCH_TO_LEARN / 2;
        return input.step() - input.phaseBegin() < LONG_WINDOW || samples.size() < MIN_SAMPLES || partlyLearnt
                ? Optional.empty()
                : below(Symptom.STANDSTILL, pathLength(samples), STANDSTILL);
    }

    /** Whether G does not move: a blob that has not moved yet is no collapse, and its D is not strong. */
    private static boolean standsStill(List<SampleStatistics> samples) {
        return samples.size() >= MIN_SAMPLES && pathLength(samples) <= STANDSTILL;
    }

    /** Path moved in {@link #LONG_WINDOW} steps at the speed of these samples. */
    private static double pathLength(List<SampleStatistics> samples) {
        long steps = samples.get(samples.size() - 1).step() - samples.get(0).step();
        double moved =
                samples.stream().skip(1).mapToDouble(SampleStatistics::motion).sum();
        return moved * LONG_WINDOW / steps;
    }

    private static Optional<SymptomReading> noProgress(DiagnosisInput input) {
        double coverage = coverageOf(input);
        return input.step() - input.phaseBegin() < 2 * LONG_WINDOW || progressed(input) || capturesAllModes(input)
                ? Optional.empty()
                : below(Symptom.NO_PROGRESS, coverage, MUCH_TO_LEARN / 2);
    }

    /** Whether coverage has grown over the long window. */
    private static boolean progressed(DiagnosisInput input) {
        List<SampleStatistics> samples = input.latestSamples(LONG_WINDOW);
        int half = samples.size() / 2;
        double before = samples.subList(0, half).stream()
                .mapToDouble(SampleStatistics::coverage)
                .average()
                .orElse(0);
        double after = samples.subList(half, samples.size()).stream()
                .mapToDouble(SampleStatistics::coverage)
                .average()
                .orElse(0);
        return after > PROGRESS * before;
    }

    private static double coverageOf(DiagnosisInput input) {
        return medianOf(input, SampleStatistics::coverage);
    }

    // ---- Values ----

    /** Median of the latest samples after the warm-up; NaN where there are too few. */
    private static double medianOf(DiagnosisInput input, ToDoubleFunction<SampleStatistics> column) {
        List<SampleStatistics> samples = latestSamples(input);
        if (samples.size() < MIN_SAMPLES || samples.get(0).step() < WARM_UP) {
            return Double.NaN;
        }
        return median(samples.stream().mapToDouble(column));
    }

    /** The latest samples, at least as many as a median needs where there are so many. */
    private static List<SampleStatistics> latestSamples(DiagnosisInput input) {
        List<SampleStatistics> window = input.latestSamples(WINDOW);
        List<SampleStatistics> all = input.samples();
        return window.size() >= MIN_SAMPLES ? window : all.subList(Math.max(0, all.size() - MIN_SAMPLES), all.size());
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static double mean(List<StepWindow> windows, ToDoubleFunction<StepWindow> column) {
        return windows.stream().mapToDouble(column).average().orElse(Double.NaN);
    }

    private static Optional<SymptomReading> above(Symptom symptom, double value, double threshold) {
        return value > threshold ? Optional.of(new SymptomReading(symptom, value, threshold)) : Optional.empty();
    }

    private static Optional<SymptomReading> below(Symptom symptom, double value, double threshold) {
        return value <= threshold ? Optional.of(new SymptomReading(symptom, value, threshold)) : Optional.empty();
    }
}
