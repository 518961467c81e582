package org.ganvas.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ganvas.data.GaussianMixture;
import org.jspecify.annotations.Nullable;

/**
 * Registry of the metrics for 2-D points; a new metric is a new constant, which the command line reports too. Immutable;
 * any thread.
 */
public enum PointMetric {
    /** Number of modes with a sample of high quality. */
    MODES_CAPTURED(
            "modes",
            true,
            c -> c.coverage().captured(),
            (mixture, n) -> mixture.centres().size()),
    /** Share of samples within 3 sigma of a mode. */
    HIGH_QUALITY(
            "share", true, c -> c.coverage().highQualityShare(), (mixture, n) -> ModeCoverage.expectedHighQuality()),
    /** KL divergence of the modes' shares of high-quality samples from equal shares. */
    REVERSE_KL(
            "nats",
            false,
            c -> c.coverage().reverseKl(),
            (mixture, n) -> ModeCoverage.expectedReverseKl(mixture.centres().size(), n)),
    /** KL(real || generated) of histograms. */
    KL("bits", false, comparison -> histogram(comparison, HistogramDivergence::kl)),
    /** Jensen-Shannon divergence of the same histograms. */
    JS("bits", false, comparison -> histogram(comparison, HistogramDivergence::js)),
    /** Sliced 1-Wasserstein distance. */
    SLICED_W1(PointMetric.DISTANCE, false, c -> SlicedWassersteinDistance.w1(c.evaluated(), c.real())),
    /** Sliced 2-Wasserstein distance. */
    SLICED_W2(PointMetric.DISTANCE, false, c -> SlicedWassersteinDistance.w2(c.evaluated(), c.real()));

    /** Cells along a side of the histogram: fine enough for the modes of the grid, coarse enough for some thousand points. */
    public static final int HISTOGRAM_SIDE = 40;

    /** Unit of distances: that of the points which are compared. */
    public static final String DISTANCE = "units";

    private static final double MARGIN = 0.1;

    private final String unit;
    private final boolean higherIsBetter;
    private final ToDoubleFunction<PointComparison> function;
    private final @Nullable ToDoubleBiFunction<GaussianMixture, Integer> expected;

    PointMetric(String unit, boolean higherIsBetter, ToDoubleFunction<PointComparison> function) {
        this(unit, higherIsBetter, function, null);
    }

    PointMetric(
            String unit,
            boolean higherIsBetter,
            ToDoubleFunction<PointComparison> function,
            @Nullable ToDoubleBiFunction<GaussianMixture, Integer> expected) {
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.function = function;
        this.expected = expected;
    }

    /** Metrics that apply to a dataset: those of modes only to a mixture. */
    public static List<PointMetric> of(@Nullable GaussianMixture modes) {
        return Stream.of(values())
                .filter(metric -> metric.expected == null || modes != null)
                .toList();
    }

    /** Unit of the value. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Value of the metric; NaN where it is undefined, for example without any sample of high quality. */
    public double value(PointComparison comparison) {
        return function.applyAsDouble(comparison);
    }

    /**
     * Value of as many real points: the best that a generator can be expected to reach.
     *
     * @param comparison of the value to which the floor belongs
     * @param otherReal as many real points, sampled independently of the comparison's
     */
    public double floor(PointComparison comparison, float[] otherReal) {
        return value(comparison.withEvaluated(otherReal));
    }

    /** Expected floor in closed form, where there is one. */
    public OptionalDouble expectedFloor(PointComparison comparison) {
        GaussianMixture modes = comparison.modes();
        return expected == null || modes == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(expected.applyAsDouble(modes, comparison.size()));
    }

    private static double histogram(PointComparison comparison, BiFunction<double[], double[], Double> divergence) {
        PointHistogram histogram = new PointHistogram(comparison.bounds().enlarged(MARGIN), HISTOGRAM_SIDE);
        return divergence.apply(
                histogram.probabilities(comparison.real()), histogram.probabilities(comparison.evaluated()));
    }
}
