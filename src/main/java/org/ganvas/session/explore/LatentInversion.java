package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.probe.EncoderProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;

/**
 * Search for the latent whose image is closest to a target: Adam on many latents at once, of which the better half survives
 * each quarter of the steps (GAN inversion by optimisation, Creswell and Bharath 2016). Used by one thread, once.
 */
public final class LatentInversion {

    /** Random latents of which the closest to the target are optimised. */
    private static final int SAMPLES = 1024;

    /** Share of the search after them. */
    private static final double SAMPLES_DONE = 0.1;

    private static final int CHUNK = 64;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double LAST_RATE = 0.05;

    private final GeneratorProbe probe;
    private final GanSpec spec;
    private final InversionTarget target;
    private final Settings settings;
    private final SearchBudget budget;
    private Candidate[] candidates = new Candidate[0];

    /**
     * Hyper-parameters of the search.
     *
     * @param restarts latents that are optimised at first, at least 1
     * @param steps of Adam, at least 1
     * @param rate initial learning rate of Adam
     * @param prior weight of the excess of the latent's mean square above the prior's, which keeps latents where the generator was
     *     trained without a gradient on those that are there
     */
    public record Settings(int restarts, int steps, double rate, double prior) {

        public static final Settings DEFAULT = new Settings(24, 600, 0.1, 0.01);
    }

    /**
     * The best latent so far.
     *
     * @param step of Adam
     * @param latent in units of sigma
     * @param classWeights its class; empty for an unconditional generator
     * @param error mean squared error over the masked pixels, in the units of the image
     * @param image rendered from it
     */
    public record Result(int step, float[] latent, float[] classWeights, double error, float[] image) {}

    private LatentInversion(GeneratorProbe probe, InversionTarget target, Settings settings, SearchBudget budget) {
        this.probe = probe;
        this.target = target;
        this.settings = settings;
        this.budget = budget;
        spec = probe.spec();
    }

    /**
     * Runs the whole search.
     *
     * @param progress receives the fraction done, 0 to 1
     * @param best receives the best latent so far, about sixty times
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public static Result run(
            AnalyzedGenerator generator,
            InversionTarget target,
            Settings settings,
            SearchBudget budget,
            DoubleConsumer progress,
            Consumer<Result> best) {
        try (GeneratorProbe probe = generator.open()) {
            LatentInversion inversion = new LatentInversion(probe, target, settings, budget);
            inversion.sampleCandidates(progress);
            inversion.encode(generator, best);
            return inversion.optimize(progress, best);
        }
    }

    /**
     * Descends from one latent alone, of a generator without classes.
     *
     * @param start the latent, in units of sigma
     * @param settings without restarts
     */
    public static Result descend(
            AnalyzedGenerator generator,
            InversionTarget target,
            float[] start,
            Settings settings,
            SearchBudget budget) {
        try (GeneratorProbe probe = generator.open()) {
            LatentInversion inversion = new LatentInversion(probe, target, settings, budget);
            inversion.candidates = new Candidate[] {new Candidate(start.clone(), new float[0], 0)};
            return inversion.optimize(share -> {}, best -> {});
        }
    }

    /** One latent with its optimizer state. */
    private static final class Candidate {
        private final float[] latent;
        private final float[] classWeights;
        private final double[] mean;
        private final double[] square;
        private double error;
        private float[] best;
        private double bestCost = Double.POSITIVE_INFINITY;
        private double bestError = Double.POSITIVE_INFINITY;

        private Candidate(float[] latent, float[] classWeights, double error) {
            this.latent = latent;
            this.classWeights = classWeights;
            this.error = error;
            best = latent.clone();
            mean = new double[latent.length];
            square = new double[latent.length];
        }
    }

    private void sampleCandidates(DoubleConsumer progress) {
        Candidate[] all = new Candidate[SAMPLES];
        int width = spec.latentDim();
        for (int i = 0; i < SAMPLES; i += CHUNK) {
            float[] latents = ExploreLatents.latents(spec, -2 - i / CHUNK, CHUNK);
            float[] classes = classes(i / CHUNK);
            float[] made = probe.generateBlends(latents, classes);
            int wide = classes.length / CHUNK;
            for (int r = 0; r < CHUNK; r++) {
                all[i + r] = new Candidate(
                        Arrays.copyOfRange(latents, r * width, (r + 1) * width),
                        Arrays.copyOfRange(classes, r * wide, (r + 1) * wide),
                        error(made, r));
            }
            budget.throttle();
            progress.accept(SAMPLES_DONE * (i + CHUNK) / SAMPLES);
        }
        candidates = best(all, settings.restarts());
    }

    /** Adds what an encoder makes of a whole image, which it shows at once: it is close, and descent goes on from there. */
    private void encode(AnalyzedGenerator generator, Consumer<Result> best) {
        if (!(spec.game() instanceof EncodingSpec) || target.hasHole()) {
            return;
        }
        try (EncoderProbe encoder = new EncoderProbe(spec)) {
            encoder.load(generator.state());
            float[] latent = encoder.encode(target.pixels());
            float[] image = probe.generateBlends(latent, new float[0]);
            double error = error(image, 0);
            List<Candidate> all = new ArrayList<>(Arrays.asList(candidates));
            all.add(new Candidate(latent, new float[0], error));
            candidates = all.toArray(Candidate[]::new);
            best.accept(new Result(0, latent.clone(), new float[0], error, image));
        }
    }

    private float[] classes(int chunk) {
        if (target.classWeights().length == 0 || !spec.conditional()) {
            return ExploreLatents.classes(spec, -2 - chunk, CHUNK);
        }
        float[] weights = new float[CHUNK * spec.classes()];
        for (int r = 0; r < CHUNK; r++) {
            System.arraycopy(target.classWeights(), 0, weights, r * spec.classes(), spec.classes());
        }
        return weights;
    }

    private double error(float[] images, int row) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < target.pixels().length; i++) {
            double difference = images[row * target.pixels().length + i] - target.pixels()[i];
            sum += difference * difference * target.mask()[i];
            count += target.mask()[i];
        }
        return sum / count;
    }

    private static Candidate[] best(Candidate[] all, int count) {
        return Arrays.stream(all)
                .sorted(Comparator.comparingDouble(candidate -> candidate.error))
                .limit(Math.max(1, count))
                .toArray(Candidate[]::new);
    }

    private Result optimize(DoubleConsumer progress, Consumer<Result> best) {
        int quarter = Math.max(1, settings.steps() / 4);
        int interval = Math.max(1, settings.steps() / 60);
        for (int step = 1; step <= settings.steps(); step++) {
            step(step);
            budget.throttle();
            if (step % quarter == 0 && step < settings.steps()) {
                candidates = best(candidates, candidates.length / 2);
            }
            progress.accept(SAMPLES_DONE + (1 - SAMPLES_DONE) * step / settings.steps());
            if (step % interval == 0) {
                best.accept(result(step));
            }
        }
        return result(settings.steps());
    }

    private void step(int step) {
        int width = spec.latentDim();
        LatentPrior prior = spec.game().prior();
        double variance = prior.deviation() * prior.deviation();
        GeneratorProbe.ErrorGradient slope = probe.errorGradient(
                joined(candidate -> candidate.latent),
                joined(candidate -> candidate.classWeights),
                target.pixels(),
                target.mask());
        double progress = (step - 1.0) / settings.steps();
        double rate = settings.rate() * (LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * progress)));
        for (int r = 0; r < candidates.length; r++) {
            Candidate candidate = candidates[r];
            double norm = LatentSampling.norm(candidate.latent);
            double excess = Math.max(0, norm * norm / (width * variance) - 1);
            candidate.error = slope.errors()[r] + settings.prior() * excess;
            if (candidate.error < candidate.bestCost) {
                candidate.bestCost = candidate.error;
                candidate.bestError = slope.errors()[r];
                candidate.best = candidate.latent.clone();
            }
            double pull = excess > 0 ? 2 * settings.prior() / (width * variance) : 0;
            for (int i = 0; i < width; i++) {
                double gradient = slope.gradients()[r * width + i] + pull * candidate.latent[i];
                candidate.mean[i] += (1 - BETA1) * (gradient - candidate.mean[i]);
                candidate.square[i] += (1 - BETA2) * (gradient * gradient - candidate.square[i]);
                double mean = candidate.mean[i] / (1 - Math.pow(BETA1, step));
                double square = candidate.square[i] / (1 - Math.pow(BETA2, step));
                candidate.latent[i] =
                        prior.clamp(candidate.latent[i] - (float) (rate * mean / (Math.sqrt(square) + EPSILON)));
            }
        }
    }

    private float[] joined(Function<Candidate, float[]> part) {
        int width = part.apply(candidates[0]).length;
        float[] all = new float[width * candidates.length];
        IntStream.range(0, candidates.length)
                .forEach(r -> System.arraycopy(part.apply(candidates[r]), 0, all, r * width, width));
        return all;
    }

    private Result result(int step) {
        Candidate best = Arrays.stream(candidates)
                .min(Comparator.comparingDouble(candidate -> candidate.bestCost))
                .orElseThrow();
        return new Result(
                step, best.best, best.classWeights, best.bestError, probe.generateBlends(best.best, best.classWeights));
    }
}
