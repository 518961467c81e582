package org.ganvas.session.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ganvas.engine.spec.LossSpec;

/**
 * The registry of signs, with thresholds found on the phenomena presets and held against healthy runs on other seeds
 * (the benchmark {@code ProveDoctor}). One more is one more line. Pure functions, any thread.
 */
final class DetectorRegistry {

    /** Steps before which nothing is told: every generator begins as a blot. */
    static final int WARM_UP = 400;

    /** Steps over which figures are averaged: swings within them are the game's own. */
    private static final int WINDOW = 400;

    /** The fewest looks at samples that make a median. */
    private static final int LOOKS = 4;

    /** D's loss beyond so many times its equilibrium (or 1) is no game any more. */
    private static final double LOSS_SIZE = 20;

    /** A gradient so many times its usual length throws the weights about. */
    private static final double GRADIENT_SIZE = 200;

    /** At equilibrium the minimax loss leaves half of the gradient; below this G learns several times slower. */
    private static final double SATURATION = 0.25;

    /** Ten times shorter than in any healthy run on the plane. */
    private static final double GRADIENT_LENGTH = 1e-3;

    /** Real pictures lie at 1. */
    private static final double NEAREST = 0.55;

    /** The mean of all pictures is near to each as well, but does not vary. */
    private static final double VARIED = 0.4;

    /** Share of D's loss at equilibrium below which it tells nearly everything apart. */
    private static final double LOSS_OF_WINNER = 0.1;

    /** D's loss above equilibrium: it would do better by guessing. */
    private static final double LOSS_OF_LOSER = 1.005;

    /** Of the real spread (the threshold of ALGORITHMS, live diagnostics). */
    private static final double SPREAD = 0.3;

    /** Half of the modes, drawn well. */
    private static final double MODES = 0.5;

    private static final double WELL_DRAWN = 0.5;

    /** Coverage of pictures that are drawn well. */
    private static final double COVERAGE = 0.1;

    /** Deviation of G's loss between stretches, in units of its mean. */
    private static final double SWING = 0.25;

    /** Of a generator that draws one thing, and another at every look: collapsed ones hop while G's loss is calm. */
    private static final double CHASE = 0.08;

    /** Way of the pictures of fixed latents from look to look, in units of the distance between real ones. */
    private static final double HOP = 0.3;

    /** Steps in which losses find their size. */
    private static final int BEGINNING = 200;

    /** Deviation of the coverage over {@link #LONG} steps, in units of its mean; half of it is chance and progress. */
    private static final double COMING_AND_GOING = 0.25;

    /** Coverage below which there is nothing yet to be forgotten. */
    private static final double LEARNT = 0.1;

    /** Steps of a long look back. */
    private static final int LONG = 2000;

    /** Share of the data below which there is much to learn. */
    private static final double MUCH_TO_LEARN = 0.5;

    /** What counts as progress over {@link #LONG} steps, as a factor. */
    private static final double PROGRESS = 1.05;

    /**
     * Way that the pictures of fixed latents go in {@link #LONG} steps, in units of the distance between real ones, below
     * which G stands still; the slowest healthy run goes fifteen times as far.
     */
    private static final double STANDING = 0.05;

    static final List<Detector> ALL = List.of(
            DetectorRegistry::lossSize,
            DetectorRegistry::gradientSize,
            DetectorRegistry::saturation,
            DetectorRegistry::gradientLength,
            DetectorRegistry::nearest,
            DetectorRegistry::winner,
            DetectorRegistry::loser,
            DetectorRegistry::spread,
            DetectorRegistry::modes,
            DetectorRegistry::coverage,
            DetectorRegistry::swing,
            DetectorRegistry::comingAndGoing,
            DetectorRegistry::standstill,
            DetectorRegistry::noProgress);

    private DetectorRegistry() {}

    // ---- Explosion ----

    private static Optional<SymptomReading> lossSize(DiagnosisInput now) {
        double rest = Math.max(1, Math.abs(now.spec().loss().discriminatorEquilibrium()));
        double size = Math.abs(mean(now.latest(2 * StepStatistics.STRETCH), StepWindow::discriminatorLoss)) / rest;
        return above(Symptom.LOSS_SIZE, size, LOSS_SIZE);
    }

    private static Optional<SymptomReading> gradientSize(DiagnosisInput now) {
        if (!now.counted(WARM_UP)) {
            return Optional.empty();
        }
        double usual = median(now.stretches().stream().mapToDouble(StepWindow::generatorGradient));
        double size = mean(now.latest(2 * StepStatistics.STRETCH), StepWindow::generatorGradient) / usual;
        return above(Symptom.GRADIENT_SIZE, size, GRADIENT_SIZE);
    }

    // ---- Vanishing gradient ----

    private static Optional<SymptomReading> saturation(DiagnosisInput now) {
        if (now.spec().loss() != LossSpec.MINIMAX || !now.counted(WARM_UP)) {
            return Optional.empty();
        }
        return below(Symptom.SATURATION, mean(now.latest(WINDOW), StepWindow::fakeScore), SATURATION);
    }

    private static Optional<SymptomReading> gradientLength(DiagnosisInput now) {
        if (!now.counted(WARM_UP) || covered(now) > MUCH_TO_LEARN) {
            return Optional.empty();
        }
        double length = mean(now.latest(WINDOW), StepWindow::generatorGradient);
        return length > 0 ? below(Symptom.GRADIENT_LENGTH, length, GRADIENT_LENGTH) : Optional.empty();
    }

    // ---- Memorising ----

    private static Optional<SymptomReading> nearest(DiagnosisInput now) {
        double[] all = now.samples().stream()
                .mapToDouble(SampleStatistics::nearest)
                .filter(Double::isFinite)
                .toArray();
        return all.length < 2 || !(medianOf(now, SampleStatistics::spread) > VARIED)
                ? Optional.empty()
                : below(Symptom.NEAREST, Math.max(all[all.length - 1], all[all.length - 2]), NEAREST);
    }

    // ---- One player too strong ----

    private static Optional<SymptomReading> winner(DiagnosisInput now) {
        return now.counted(WARM_UP)
                ? below(Symptom.LOSS_OF_WINNER, lossOf(now, WINDOW), LOSS_OF_WINNER)
                : Optional.empty();
    }

    /** Of D, as a share of its equilibrium; not a number where there is none to speak of. */
    private static double lossOf(DiagnosisInput now, int steps) {
        double rest = now.spec().loss().discriminatorEquilibrium();
        return rest > 0 ? mean(now.latest(steps), StepWindow::discriminatorLoss) / rest : Double.NaN;
    }

    private static Optional<SymptomReading> loser(DiagnosisInput now) {
        LossSpec loss = now.spec().loss();
        if (!now.counted(WARM_UP) || !loss.hasProbabilities() || loss.paired() || stands(recent(now))) {
            return Optional.empty();
        }
        List<StepWindow> window = now.latest(WINDOW);
        long fooled = window.stream().filter(s -> s.fakeScore() > s.realScore()).count();
        double size = mean(window, StepWindow::discriminatorLoss) / loss.discriminatorEquilibrium();
        return fooled >= 0.9 * window.size() ? above(Symptom.LOSS_OF_LOSER, size, LOSS_OF_LOSER) : Optional.empty();
    }

    // ---- Mode collapse ----

    private static Optional<SymptomReading> spread(DiagnosisInput now) {
        // Where D has won of late, a lack of variety is what comes of that.
        boolean won = lossOf(now, WINDOW / 2) <= LOSS_OF_WINNER;
        return won || growing(now) || stands(recent(now)) || chases(now)
                ? Optional.empty()
                : below(Symptom.SPREAD, medianOf(now, SampleStatistics::spread), SPREAD);
    }

    /** Whether what is drawn varies more and more, as in every game that begins. */
    private static boolean growing(DiagnosisInput now) {
        List<SampleStatistics> looks = now.samplesOf(2 * WINDOW);
        int half = looks.size() / 2;
        double before = median(looks.subList(0, half).stream().mapToDouble(SampleStatistics::spread));
        double least = looks.subList(half, looks.size()).stream()
                .mapToDouble(SampleStatistics::spread)
                .min()
                .orElse(0);
        return least > before;
    }

    private static Optional<SymptomReading> modes(DiagnosisInput now) {
        return medianOf(now, SampleStatistics::quality) < WELL_DRAWN || chases(now)
                ? Optional.empty()
                : below(Symptom.MODES, medianOf(now, SampleStatistics::modes), MODES);
    }

    private static Optional<SymptomReading> coverage(DiagnosisInput now) {
        return now.spec().image().isPoint() || !(medianOf(now, SampleStatistics::precision) >= WELL_DRAWN)
                ? Optional.empty()
                : below(Symptom.COVERAGE, medianOf(now, SampleStatistics::coverage), COVERAGE);
    }

    // ---- Oscillation ----

    private static Optional<SymptomReading> swing(DiagnosisInput now) {
        if (chases(now)) {
            return above(Symptom.SWING, swingOf(now), CHASE);
        }
        return now.counted(2 * WARM_UP) ? above(Symptom.SWING, swingOf(now), SWING) : Optional.empty();
    }

    /** Whether both players run around: G draws one thing at a time, never the same, and its loss rises and falls. */
    private static boolean chases(DiagnosisInput now) {
        return medianOf(now, SampleStatistics::spread) <= SPREAD
                && medianOf(now, SampleStatistics::motion) >= HOP
                && swingOf(now) > CHASE;
    }

    /** About its trend, which is no swing. Not a number where G's loss has no size to compare with. */
    private static double swingOf(DiagnosisInput now) {
        int counted = now.stretches().size() * StepStatistics.STRETCH;
        List<StepWindow> window = now.latest(Math.min(2 * WINDOW, Math.max(0, counted - BEGINNING)));
        double[] losses = window.stream().mapToDouble(StepWindow::generatorLoss).toArray();
        double mean = mean(window, StepWindow::generatorLoss);
        double rest = now.spec().loss().generatorEquilibrium();
        return rest > 0 ? aboutTrend(losses) / Math.max(rest, mean) : Double.NaN;
    }

    /** Deviation from the straight line that fits best. */
    private static double aboutTrend(double[] values) {
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

    /** Parts of the data are drawn, and forgotten again. */
    private static Optional<SymptomReading> comingAndGoing(DiagnosisInput now) {
        List<SampleStatistics> looks = now.samplesOf(LONG);
        if (now.step() < LONG + WARM_UP || looks.size() < 2 * LOOKS || progressed(now)) {
            return Optional.empty();
        }
        double mean =
                looks.stream().mapToDouble(SampleStatistics::coverage).average().orElse(0);
        double squares = looks.stream()
                .mapToDouble(look -> (look.coverage() - mean) * (look.coverage() - mean))
                .average()
                .orElse(0);
        return mean < LEARNT
                ? Optional.empty()
                : above(Symptom.COMING_AND_GOING, Math.sqrt(squares) / mean, COMING_AND_GOING);
    }

    // ---- Stagnation ----

    private static Optional<SymptomReading> standstill(DiagnosisInput now) {
        List<SampleStatistics> looks = now.samplesOf(LONG);
        boolean drawnAlready = covered(now) > MUCH_TO_LEARN / 2;
        return now.step() < LONG || looks.size() < LOOKS || drawnAlready
                ? Optional.empty()
                : below(Symptom.STANDSTILL, way(looks), STANDING);
    }

    /** A blot that has not moved yet is no collapse, and a game that nobody plays is lost by nobody. */
    private static boolean stands(List<SampleStatistics> looks) {
        return looks.size() >= LOOKS && way(looks) <= STANDING;
    }

    /** Over {@link #LONG} steps, at the pace of these looks. */
    private static double way(List<SampleStatistics> looks) {
        long steps = looks.get(looks.size() - 1).step() - looks.get(0).step();
        double moved =
                looks.stream().skip(1).mapToDouble(SampleStatistics::motion).sum();
        return moved * LONG / steps;
    }

    private static Optional<SymptomReading> noProgress(DiagnosisInput now) {
        double covered = covered(now);
        return now.step() < 2 * LONG || progressed(now)
                ? Optional.empty()
                : below(Symptom.NO_PROGRESS, covered, MUCH_TO_LEARN / 2);
    }

    /** Whether more of the data is drawn than some thousand steps ago. */
    private static boolean progressed(DiagnosisInput now) {
        List<SampleStatistics> looks = now.samplesOf(LONG);
        int half = looks.size() / 2;
        double before = looks.subList(0, half).stream()
                .mapToDouble(SampleStatistics::coverage)
                .average()
                .orElse(0);
        double after = looks.subList(half, looks.size()).stream()
                .mapToDouble(SampleStatistics::coverage)
                .average()
                .orElse(0);
        return after > PROGRESS * before;
    }

    private static double covered(DiagnosisInput now) {
        return medianOf(now, SampleStatistics::coverage);
    }

    // ---- Figures ----

    /** Over the latest looks after the warm-up; not a number where there are too few. */
    private static double medianOf(DiagnosisInput now, ToDoubleFunction<SampleStatistics> figure) {
        List<SampleStatistics> looks = recent(now);
        if (looks.size() < LOOKS || looks.get(0).step() < WARM_UP) {
            return Double.NaN;
        }
        return median(looks.stream().mapToDouble(figure));
    }

    /** The latest looks, at least so many as make a median where there are any. */
    private static List<SampleStatistics> recent(DiagnosisInput now) {
        List<SampleStatistics> window = now.samplesOf(WINDOW);
        List<SampleStatistics> all = now.samples();
        return window.size() >= LOOKS ? window : all.subList(Math.max(0, all.size() - LOOKS), all.size());
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static double mean(List<StepWindow> stretches, ToDoubleFunction<StepWindow> figure) {
        return stretches.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static Optional<SymptomReading> above(Symptom sign, double figure, double threshold) {
        return figure > threshold ? Optional.of(new SymptomReading(sign, figure, threshold)) : Optional.empty();
    }

    private static Optional<SymptomReading> below(Symptom sign, double figure, double threshold) {
        return figure <= threshold ? Optional.of(new SymptomReading(sign, figure, threshold)) : Optional.empty();
    }
}
