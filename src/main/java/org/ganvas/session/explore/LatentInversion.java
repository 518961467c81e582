package org.ganvas.session.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ganvas.data.Latents;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;

/**
 * Looks for the latent whose picture comes closest to a target: Adam on many latents at once, the better half of which goes
 * on after each quarter of the way (GAN inversion by optimisation, Creswell and Bharath 2016). Used by one thread, once.
 */
public final class LatentInversion {

    /** Latents that are tried before the first step; those closest to the target are where the search starts. */
    private static final int CANDIDATES = 1024;

    private static final int CHUNK = 64;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double LAST_RATE = 0.05;

    private final GeneratorProbe probe;
    private final GanSpec spec;
    private final InversionTarget target;
    private final Settings settings;
    private final SearchBudget pace;
    private Climber[] climbers = new Climber[0];

    /**
     * How to search.
     *
     * @param restarts latents that are followed at first, at least 1
     * @param steps of Adam, at least 1
     * @param rate of Adam at first
     * @param prior weight of what the latent's mean square has above 1, which keeps it where the generator has learnt
     *     without pulling at latents that are there
     */
    public record Settings(int restarts, int steps, double rate, double prior) {

        public static final Settings USUAL = new Settings(24, 600, 0.1, 0.01);
    }

    /**
     * The best so far.
     *
     * @param step of all the steps
     * @param latent in units of sigma
     * @param classWeights its class; empty where there are none
     * @param error mean squared error over the pixels that count, in the units of the picture
     * @param picture what the generator makes of it
     */
    public record Found(int step, float[] latent, float[] classWeights, double error, float[] picture) {}

    private LatentInversion(GeneratorProbe probe, InversionTarget target, Settings settings, SearchBudget pace) {
        this.probe = probe;
        this.target = target;
        this.settings = settings;
        this.pace = pace;
        spec = probe.spec();
    }

    /**
     * Searches.
     *
     * @param news hears of the best so far now and then
     * @throws java.util.concurrent.CancellationException if it is not wanted any more
     */
    public static Found run(
            AnalyzedGenerator generator,
            InversionTarget target,
            Settings settings,
            SearchBudget pace,
            Consumer<Found> news) {
        try (GeneratorProbe probe = generator.open()) {
            LatentInversion inversion = new LatentInversion(probe, target, settings, pace);
            inversion.start();
            return inversion.climb(news);
        }
    }

    /** One latent on its way. */
    private static final class Climber {
        private final float[] latent;
        private final float[] classWeights;
        private final double[] mean;
        private final double[] square;
        private double error;
        private float[] best;
        private double bestCost = Double.POSITIVE_INFINITY;
        private double bestError = Double.POSITIVE_INFINITY;

        private Climber(float[] latent, float[] classWeights, double error) {
            this.latent = latent;
            this.classWeights = classWeights;
            this.error = error;
            best = latent.clone();
            mean = new double[latent.length];
            square = new double[latent.length];
        }
    }

    private void start() {
        Climber[] all = new Climber[CANDIDATES];
        int width = spec.latentDim();
        for (int i = 0; i < CANDIDATES; i += CHUNK) {
            float[] latents = LatentAnalysis.latents(spec, -2 - i / CHUNK, CHUNK);
            float[] classes = classes(i / CHUNK);
            float[] made = probe.generateBlends(latents, classes);
            int wide = classes.length / CHUNK;
            for (int r = 0; r < CHUNK; r++) {
                all[i + r] = new Climber(
                        Arrays.copyOfRange(latents, r * width, (r + 1) * width),
                        Arrays.copyOfRange(classes, r * wide, (r + 1) * wide),
                        error(made, r));
            }
            pace.breathe();
        }
        climbers = better(all, settings.restarts());
    }

    private float[] classes(int chunk) {
        if (target.classWeights().length == 0 || !spec.conditional()) {
            return LatentAnalysis.classes(spec, -2 - chunk, CHUNK);
        }
        float[] weights = new float[CHUNK * spec.classes()];
        for (int r = 0; r < CHUNK; r++) {
            System.arraycopy(target.classWeights(), 0, weights, r * spec.classes(), spec.classes());
        }
        return weights;
    }

    private double error(float[] pictures, int row) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < target.pixels().length; i++) {
            double apart = pictures[row * target.pixels().length + i] - target.pixels()[i];
            sum += apart * apart * target.counts()[i];
            count += target.counts()[i];
        }
        return sum / count;
    }

    private static Climber[] better(Climber[] all, int count) {
        return Arrays.stream(all)
                .sorted(Comparator.comparingDouble(climber -> climber.error))
                .limit(Math.max(1, count))
                .toArray(Climber[]::new);
    }

    private Found climb(Consumer<Found> news) {
        int quarter = Math.max(1, settings.steps() / 4);
        int often = Math.max(1, settings.steps() / 60);
        for (int step = 1; step <= settings.steps(); step++) {
            step(step);
            pace.breathe();
            if (step % quarter == 0 && step < settings.steps()) {
                climbers = better(climbers, climbers.length / 2);
            }
            if (step % often == 0) {
                news.accept(found(step));
            }
        }
        return found(settings.steps());
    }

    private void step(int step) {
        int width = spec.latentDim();
        GeneratorProbe.ErrorGradient slope = probe.errorGradient(
                joined(climber -> climber.latent),
                joined(climber -> climber.classWeights),
                target.pixels(),
                target.counts());
        double share = (step - 1.0) / settings.steps();
        double rate = settings.rate() * (LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * share)));
        for (int r = 0; r < climbers.length; r++) {
            Climber climber = climbers[r];
            double norm = Latents.norm(climber.latent);
            double excess = Math.max(0, norm * norm / width - 1);
            climber.error = slope.errors()[r] + settings.prior() * excess;
            if (climber.error < climber.bestCost) {
                climber.bestCost = climber.error;
                climber.bestError = slope.errors()[r];
                climber.best = climber.latent.clone();
            }
            double pull = excess > 0 ? 2 * settings.prior() / width : 0;
            for (int i = 0; i < width; i++) {
                double gradient = slope.gradients()[r * width + i] + pull * climber.latent[i];
                climber.mean[i] += (1 - BETA1) * (gradient - climber.mean[i]);
                climber.square[i] += (1 - BETA2) * (gradient * gradient - climber.square[i]);
                double mean = climber.mean[i] / (1 - Math.pow(BETA1, step));
                double square = climber.square[i] / (1 - Math.pow(BETA2, step));
                climber.latent[i] -= (float) (rate * mean / (Math.sqrt(square) + EPSILON));
            }
        }
    }

    private float[] joined(Function<Climber, float[]> part) {
        int width = part.apply(climbers[0]).length;
        float[] all = new float[width * climbers.length];
        IntStream.range(0, climbers.length)
                .forEach(r -> System.arraycopy(part.apply(climbers[r]), 0, all, r * width, width));
        return all;
    }

    private Found found(int step) {
        Climber best = Arrays.stream(climbers)
                .min(Comparator.comparingDouble(climber -> climber.bestCost))
                .orElseThrow();
        return new Found(
                step, best.best, best.classWeights, best.bestError, probe.generateBlends(best.best, best.classWeights));
    }
}
