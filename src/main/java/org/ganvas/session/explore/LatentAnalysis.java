package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.PrincipalComponents;

/**
 * What a generator's latent space is like. Not to be changed; any thread.
 *
 * @param directions by falling share of the variance
 * @param effects of each latent dimension: root mean square change of the picture between -1 and +1 sigma
 * @param step of the generator that was studied
 */
public record LatentAnalysis(List<LatentDirection> directions, double[] effects, long step) {

    private static final int MOST_DIRECTIONS = 32;
    private static final int MOST_LATENTS = 4096;
    private static final int FEWEST_LATENTS = 1024;

    /** Activations that are held at once: 32 MB of floats. */
    private static final int MOST_NUMBERS = 8 << 20;

    private static final int CHUNK = 64;
    private static final int EFFECT_LATENTS = 4;
    private static final double DRAWING = 0.3;
    private static final double AXES = 0.7;

    /**
     * Studies: principal components of the first layer's activations over random latents, each taken back to latent space
     * by least squares (GANSpace, H&auml;rk&ouml;nen et al. 2020, their eq. 4), and the effect of every dimension.
     *
     * @param progress is told 0 to 1
     */
    public static LatentAnalysis of(AnalyzedGenerator generator, SearchBudget pace, DoubleConsumer progress) {
        try (GeneratorProbe probe = generator.open()) {
            List<LatentDirection> directions = directions(probe, pace, progress);
            progress.accept(AXES);
            double[] effects = effects(probe, pace, share -> progress.accept(AXES + share * (1 - AXES)));
            return new LatentAnalysis(directions, effects, generator.state().step());
        }
    }

    private static List<LatentDirection> directions(GeneratorProbe probe, SearchBudget pace, DoubleConsumer progress) {
        GanSpec spec = probe.spec();
        float[][] activations = new float[MOST_LATENTS][];
        float[][] latents = new float[MOST_LATENTS][];
        int count = MOST_LATENTS;
        for (int i = 0; i < count; i += CHUNK) {
            float[] some = latents(spec, i / CHUNK, CHUNK);
            float[] made = probe.firstActivations(some, classes(spec, i / CHUNK, CHUNK));
            int width = made.length / CHUNK;
            count = Math.max(FEWEST_LATENTS, Math.min(MOST_LATENTS, MOST_NUMBERS / width));
            for (int r = 0; r < CHUNK && i + r < count; r++) {
                activations[i + r] = Arrays.copyOfRange(made, r * width, (r + 1) * width);
                latents[i + r] = Arrays.copyOfRange(some, r * spec.latentDim(), (r + 1) * spec.latentDim());
            }
            pace.breathe();
            progress.accept(DRAWING * i / count);
        }
        PrincipalComponents axes = PrincipalComponents.of(
                Arrays.copyOf(activations, count), Math.min(MOST_DIRECTIONS, spec.latentDim()), pace::breathe);
        List<LatentDirection> directions = new ArrayList<>();
        for (int k = 0; k < axes.axes().length; k++) {
            float[] vector = towards(axes.scores()[k], latents);
            if (vector.length > 0) {
                directions.add(new LatentDirection("", vector, axes.variances()[k] / axes.total()));
            }
        }
        return directions;
    }

    /** The latent direction that explains scores best, of length 1; empty if they hang on no latent. */
    private static float[] towards(double[] scores, float[][] latents) {
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
        // A component has no sign of its own: the largest share points up, so that a second study agrees.
        double scale = Math.signum(largest) / length;
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = (float) (sum[i] * scale);
        }
        return vector;
    }

    private static double[] effects(GeneratorProbe probe, SearchBudget pace, DoubleConsumer progress) {
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
            effects[d] = apart(probe.generateBlends(moved, classes));
            pace.breathe();
            progress.accept((d + 1.0) / width);
        }
        return effects;
    }

    private static double apart(float[] pictures) {
        int half = pictures.length / 2;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            double difference = pictures[i] - pictures[half + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / half);
    }

    static float[] latents(GanSpec spec, int chunk, int count) {
        float[] latents = new float[count * spec.latentDim()];
        new RandomStream(0, RandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk).fillGaussian(latents, 1);
        return latents;
    }

    /** Random classes as one-hot rows; empty where there are none. */
    static float[] classes(GanSpec spec, int chunk, int count) {
        if (!spec.conditional()) {
            return new float[0];
        }
        float[] weights = new float[count * spec.classes()];
        RandomStream random = new RandomStream(1, RandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk);
        for (int r = 0; r < count; r++) {
            weights[r * spec.classes() + random.nextInt(spec.classes())] = 1;
        }
        return weights;
    }
}
