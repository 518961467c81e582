package org.ganvas.session.doctor;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.ManifoldMetrics;
import org.ganvas.metrics.ModeCoverage;
import org.ganvas.metrics.PairwiseDistances;
import org.jspecify.annotations.Nullable;

/**
 * Looks at samples of one run's generator beside real pictures, always from the same latents. What it needs of the data is
 * computed once. One thread.
 */
public final class SampleAnalyzer {

    private static final int POINTS = 512;
    private static final int PICTURES = 128;

    /** Training pictures among which the nearest is looked for; with more nobody memorises within a session. */
    private static final int MOST_TRAINING = 4000;

    /** Samples between two looks at the nearest training picture. */
    private static final int NEAREST_EVERY = 5;

    private static final int SEED = 1;

    private final GanSpec spec;
    private final DownscaledImages thumbnails;
    private final FeatureMatrix real;
    private final int[] labels;
    private final float[] latents;
    private final double realSpread;
    private final @Nullable FeatureMatrix training;
    private final double realNearest;
    private final Optional<GaussianMixture> modes;
    private @Nullable FeatureMatrix last;
    private int looks;

    public SampleAnalyzer(GanSpec spec, Dataset data) {
        this.spec = spec;
        thumbnails = new DownscaledImages(spec.image());
        int count = Math.min(spec.image().isPoint() ? POINTS : PICTURES, data.size());
        DatasetSubset part = DatasetSubset.shuffled(data, SEED).range(0, count);
        real = thumbnails.of(pixels(part, count));
        labels = new int[count];
        for (int i = 0; i < count && spec.conditioning().usesLabels(); i++) {
            labels[i] = part.label(i);
        }
        latents = new float[count * spec.latentDim()];
        new RandomStream(SEED, Purpose.MEASURE, 0).fillGaussian(latents, 1);
        realSpread = PairwiseDistances.mean(real, labels);
        modes = data.modes();
        boolean few = !spec.image().isPoint() && data.size() <= MOST_TRAINING;
        training = few ? thumbnails.of(pixels(data, data.size())) : null;
        realNearest = training == null ? Double.NaN : PairwiseDistances.medianNearest(training);
    }

    private static float[] pixels(Dataset data, int count) {
        int size = data.shape().size();
        float[] pixels = new float[count * size];
        for (int i = 0; i < count; i++) {
            data.copyPicture(i, pixels, i * size);
        }
        return pixels;
    }

    /** What G is to draw from, row after row. */
    public float[] latents() {
        return latents;
    }

    /** The class of each row. */
    public int[] labels() {
        return labels;
    }

    /**
     * Looks.
     *
     * @param pixels what G drew from {@link #latents}
     * @param step of its weights
     */
    public SampleStatistics read(float[] pixels, long step) {
        FeatureMatrix drawn = thumbnails.of(pixels);
        ManifoldMetrics manifolds = ManifoldMetrics.of(drawn, real, ManifoldMetrics.DENSITY_NEIGHBOURS);
        Optional<ModeCoverage> captured = modes.map(mixture -> ModeCoverage.of(pixels, mixture));
        SampleStatistics sign = new SampleStatistics(
                step,
                PairwiseDistances.mean(drawn, labels) / realSpread,
                manifolds.coverage(),
                manifolds.precision(),
                captured.map(SampleAnalyzer::shareOfModes).orElse(Double.NaN),
                captured.map(ModeCoverage::highQualityShare).orElse(Double.NaN),
                motion(drawn),
                nearest(drawn));
        last = drawn;
        looks++;
        return sign;
    }

    /** A mode counts with a tenth of its fair share: a stray point is no mode learnt. */
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

    private double motion(FeatureMatrix drawn) {
        FeatureMatrix before = last;
        if (before == null) {
            return Double.NaN;
        }
        double sum = 0;
        int width = drawn.width();
        for (int i = 0; i < drawn.count(); i++) {
            double squares = 0;
            for (int k = i * width; k < (i + 1) * width; k++) {
                double moved = drawn.values()[k] - before.values()[k];
                squares += moved * moved;
            }
            sum += Math.sqrt(squares);
        }
        return sum / drawn.count() / realSpread;
    }

    private double nearest(FeatureMatrix drawn) {
        return training == null || looks % NEAREST_EVERY != 0
                ? Double.NaN
                : PairwiseDistances.medianNearest(drawn, training) / realNearest;
    }

    /** The run that is looked at. */
    public GanSpec spec() {
        return spec;
    }
}
