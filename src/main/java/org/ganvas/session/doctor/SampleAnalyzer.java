package org.ganvas.session.doctor;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.ManifoldMetrics;
import org.ganvas.metrics.ModeCoverage;
import org.ganvas.metrics.PairwiseDistances;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of samples of one run's generator with real data, always from the same latents; of a translation outputs of the
 * same inputs with what is wanted. What it needs of the data is computed once. One thread.
 */
public final class SampleAnalyzer {

    private static final int POINTS = 512;
    private static final int IMAGES = 128;

    /** Training images in which the nearest is searched for; more are not memorised within a session. */
    private static final int MAX_TRAINING = 4000;

    /** Samples between two searches for the nearest training images. */
    private static final int NEAREST_EVERY = 5;

    private static final int SEED = 1;

    private final GanSpec spec;
    private final DownscaledImages downscaled;
    private final FeatureMatrix real;
    private final int[] labels;
    private final float[] latents;
    private final @Nullable TranslationSample translation;
    private final double realSpread;
    private final @Nullable FeatureMatrix training;
    private final double realNearest;
    private final Optional<GaussianMixture> modes;
    private @Nullable FeatureMatrix previous;
    private int analyzed;

    public SampleAnalyzer(GanSpec spec, Dataset data) {
        this.spec = spec;
        downscaled = new DownscaledImages(spec.image());
        int count = Math.min(spec.image().isPoint() ? POINTS : IMAGES, data.size());
        DatasetSubset part = DatasetSubset.shuffled(data, SEED).range(0, count);
        labels = new int[count];
        for (int i = 0; i < count && spec.conditioning().usesLabels(); i++) {
            labels[i] = part.label(i);
        }
        translation = spec.game().takesLatents() ? null : new TranslationSample(spec, data, count, SEED);
        latents = translation == null ? latents(spec, count) : translation.given();
        real = downscaled.of(translation == null ? pixels(part, count) : translation.wanted());
        realSpread = PairwiseDistances.mean(real, labels);
        modes = data.modes();
        // Outputs of a translation are to be near images of the data: near their own wanted ones.
        boolean few = translation == null && !spec.image().isPoint() && data.size() <= MAX_TRAINING;
        training = few ? downscaled.of(pixels(data, data.size())) : null;
        realNearest = training == null ? Double.NaN : PairwiseDistances.medianNearest(training);
    }

    private static float[] latents(GanSpec spec, int count) {
        float[] latents = new float[count * spec.latentDim()];
        new SeededRandomStream(SEED, Purpose.EVALUATION, 0).fillGaussian(latents, 1);
        return latents;
    }

    private static float[] pixels(Dataset data, int count) {
        int size = data.shape().size();
        float[] pixels = new float[count * size];
        for (int i = 0; i < count; i++) {
            data.copyImage(i, pixels, i * size);
        }
        return pixels;
    }

    /** Latents to generate from, or what a translation is given, row after row. */
    public float[] latents() {
        return latents;
    }

    /** The class of each row. */
    public int[] labels() {
        return labels;
    }

    /**
     * Statistics of one sample.
     *
     * @param pixels generated from {@link #latents} and {@link #labels}
     * @param step training step of the weights
     */
    public SampleStatistics analyze(float[] pixels, long step) {
        FeatureMatrix generated = downscaled.of(pixels);
        ManifoldMetrics manifolds = ManifoldMetrics.of(generated, real, ManifoldMetrics.DENSITY_NEIGHBOURS);
        Optional<ModeCoverage> captured = modes.map(mixture -> ModeCoverage.of(pixels, mixture));
        SampleStatistics sample = new SampleStatistics(
                step,
                PairwiseDistances.mean(generated, labels) / realSpread,
                manifolds.coverage(),
                manifolds.precision(),
                captured.map(SampleAnalyzer::shareOfModes).orElse(Double.NaN),
                captured.map(ModeCoverage::highQualityShare).orElse(Double.NaN),
                motion(generated),
                nearest(generated),
                translation == null ? Double.NaN : translation.moved(pixels),
                translation == null ? Double.NaN : translation.answered(pixels));
        previous = generated;
        analyzed++;
        return sample;
    }

    /** A mode counts as captured from a tenth of its fair share on: a single outlier is no mode. */
    private static double shareOfModes(ModeCoverage coverage) {
        int[] counts = coverage.highQuality();
        int captured = 0;
        for (int count : counts) {
            captured += 10.0 * count * counts.length >= coverage.points() * coverage.highQualityShare() && count > 0
                    ? 1
                    : 0;
        }
        return (double) captured / counts.length;
    }

    private double motion(FeatureMatrix generated) {
        FeatureMatrix before = previous;
        if (before == null) {
            return Double.NaN;
        }
        double sum = 0;
        int width = generated.width();
        for (int i = 0; i < generated.count(); i++) {
            double squares = 0;
            for (int k = i * width; k < (i + 1) * width; k++) {
                double moved = generated.values()[k] - before.values()[k];
                squares += moved * moved;
            }
            sum += Math.sqrt(squares);
        }
        return sum / generated.count() / realSpread;
    }

    private double nearest(FeatureMatrix generated) {
        return training == null || analyzed % NEAREST_EVERY != 0
                ? Double.NaN
                : PairwiseDistances.medianNearest(generated, training) / realNearest;
    }

    /** Spec of the run. */
    public GanSpec spec() {
        return spec;
    }
}
