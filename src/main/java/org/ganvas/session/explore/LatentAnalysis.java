package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.PrincipalComponentAnalysis;
import org.ganvas.session.run.LatentDirection;

/**
 * Principal directions of a generator's latent space and the effect of each dimension. Immutable by convention, any thread.
 *
 * @param directions by falling share of the variance
 * @param effects of each latent dimension: root mean square change of the image between -1 and +1 sigma
 * @param step training step of the generator
 */
public record LatentAnalysis(List<LatentDirection> directions, double[] effects, long step) {

    private static final int MAX_DIRECTIONS = 32;
    private static final int MAX_LATENTS = 4096;
    private static final int MIN_LATENTS = 1024;

    /** Upper limit of the activations in memory: 32 MB. */
    private static final int MAX_FLOATS = 8 << 20;

    private static final int CHUNK = 64;
    private static final int EFFECT_LATENTS = 4;
    private static final double ACTIVATIONS_DONE = 0.3;
    private static final double DIRECTIONS_DONE = 0.7;

    /**
     * Analysis by principal components of the first layer's activations over random latents, each regressed on the latents
     * by least squares (GANSpace, H&auml;rk&ouml;nen et al. 2020, their eq. 4), and by the effect of every dimension.
     *
     * @param progress receives the fraction done, 0 to 1
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public static LatentAnalysis of(AnalyzedGenerator generator, SearchBudget budget, DoubleConsumer progress) {
        try (GeneratorProbe probe = generator.open()) {
            List<LatentDirection> directions = directions(probe, budget, progress);
            progress.accept(DIRECTIONS_DONE);
            double[] effects =
                    effects(probe, budget, share -> progress.accept(DIRECTIONS_DONE + share * (1 - DIRECTIONS_DONE)));
            return new LatentAnalysis(directions, effects, generator.state().step());
        }
    }

    private static List<LatentDirection> directions(
            GeneratorProbe probe, SearchBudget budget, DoubleConsumer progress) {
        GanSpec spec = probe.spec();
        float[][] activations = new float[MAX_LATENTS][];
        float[][] latents = new float[MAX_LATENTS][];
        int count = MAX_LATENTS;
        for (int i = 0; i < count; i += CHUNK) {
            float[] some = latents(spec, i / CHUNK, CHUNK);
            float[] made = probe.firstActivations(some, classes(spec, i / CHUNK, CHUNK));
            int width = made.length / CHUNK;
            count = Math.max(MIN_LATENTS, Math.min(MAX_LATENTS, MAX_FLOATS / width));
            for (int r = 0; r < CHUNK && i + r < count; r++) {
                activations[i + r] = Arrays.copyOfRange(made, r * width, (r + 1) * width);
                latents[i + r] = Arrays.copyOfRange(some, r * spec.latentDim(), (r + 1) * spec.latentDim());
            }
            budget.throttle();
            progress.accept(ACTIVATIONS_DONE * i / count);
        }
        PrincipalComponentAnalysis axes = PrincipalComponentAnalysis.of(
                Arrays.copyOf(activations, count), Math.min(MAX_DIRECTIONS, spec.latentDim()), budget::throttle);
        List<LatentDirection> directions = new ArrayList<>();
        for (int k = 0; k < axes.axes().length; k++) {
            float[] vector = regress(axes.scores()[k], latents);
            if (vector.length > 0) {
                directions.add(new LatentDirection("", vector, axes.variances()[k] / axes.total()));
            }
        }
        return directions;
    }

    /** The latent direction that explains the scores best, of length 1; empty if they depend on no latent. */
    private static float[] regress(double[] scores, float[][] latents) {
        int width = latents[0].length;
        double[] sum = new double[width];
        for (int r = 0; r < scores.length; r++) {
            for (int i = 0; i < width; i++) {
                sum[i] += scores[r] * latents[r][i];
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        double largest = Arrays.stream(sum).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        if (!(length > 0)) {
            return new float[0];
        }
        // A component has no sign of its own: the largest entry is positive, so that a second analysis agrees.
        double scale = Math.signum(largest) / length;
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = (float) (sum[i] * scale);
        }
        return vector;
    }

    private static double[] effects(GeneratorProbe probe, SearchBudget budget, DoubleConsumer progress) {
        GanSpec spec = probe.spec();
        int width = spec.latentDim();
        double[] effects = new double[width];
        float[] bases = latents(spec, -1, EFFECT_LATENTS);
        float[] classes = classes(spec, -1, 2 * EFFECT_LATENTS);
        for (int d = 0; d < width; d++) {
            float[] moved = new float[2 * bases.length];
            System.arraycopy(bases, 0, moved, 0, bases.length);
            System.arraycopy(bases, 0, moved, bases.length, bases.length);
            for (int r = 0; r < EFFECT_LATENTS; r++) {
                moved[r * width + d] = -1;
                moved[bases.length + r * width + d] = 1;
            }
            float[] half = Arrays.copyOf(classes, classes.length / 2);
            System.arraycopy(half, 0, classes, half.length, half.length);
            effects[d] = rootMeanSquareDifference(probe.generateBlends(moved, classes));
            budget.throttle();
            progress.accept((d + 1.0) / width);
        }
        return effects;
    }

    private static double rootMeanSquareDifference(float[] images) {
        int half = images.length / 2;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            double difference = images[i] - images[half + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / half);
    }

    /** Rows of latents from a chunk of a fixed random stream. */
    static float[] latents(GanSpec spec, int chunk, int count) {
        float[] latents = new float[count * spec.latentDim()];
        new SeededRandomStream(0, SeededRandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk)
                .fillGaussian(latents, 1);
        return latents;
    }

    /** Random classes as one-hot rows; empty for an unconditional generator. */
    static float[] classes(GanSpec spec, int chunk, int count) {
        if (!spec.conditional()) {
            return new float[0];
        }
        float[] weights = new float[count * spec.classes()];
        SeededRandomStream random =
                new SeededRandomStream(1, SeededRandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk);
        for (int r = 0; r < count; r++) {
            weights[r * spec.classes() + random.nextInt(spec.classes())] = 1;
        }
        return weights;
    }
}
