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
 * The registry of measures for points of the plane. One more is one more line, and the command line tells it. Immutable;
 * any thread.
 */
public enum PointMetric {
    /** Modes with a sample of high quality. */
    MODES_CAPTURED(
            "modes",
            true,
            c -> c.coverage().captured(),
            (mixture, n) -> mixture.centres().size()),
    /** Share of samples within 3 sigma of a mode. */
    HIGH_QUALITY(
            "share", true, c -> c.coverage().highQualityShare(), (mixture, n) -> ModeCoverage.expectedHighQuality()),
    /** How unevenly the samples of high quality are spread over the modes. */
    REVERSE_KL(
            "nats",
            false,
            c -> c.coverage().reverseKl(),
            (mixture, n) -> ModeCoverage.expectedReverseKl(mixture.centres().size(), n)),
    /** KL(real || generated) on a histogram. */
    KL("bits", false, comparison -> histogram(comparison, HistogramDivergence::kl)),
    /** Jensen-Shannon divergence on the same histogram. */
    JS("bits", false, comparison -> histogram(comparison, HistogramDivergence::js)),
    /** Mean distance carried. */
    SLICED_W1("units", false, c -> SlicedWasserstein.w1(c.evaluated(), c.real())),
    /** Root of the mean squared distance carried. */
    SLICED_W2("units", false, c -> SlicedWasserstein.w2(c.evaluated(), c.real()));

    /** Cells along an edge of the histogram: fine enough for the modes of the grid, coarse enough for some thousand points. */
    public static final int HISTOGRAM_SIDE = 40;

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

    /** The measures that make sense for such data: those of modes only for a mixture. */
    public static List<PointMetric> of(@Nullable GaussianMixture modes) {
        return Stream.of(values())
                .filter(one -> one.expected == null || modes != null)
                .toList();
    }

    /** What it counts in. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** The value; not a number where there is none, for example without any sample of high quality. */
    public double value(PointComparison comparison) {
        return function.applyAsDouble(comparison);
    }

    /**
     * What as many real points score: the best that a generator can be expected to reach.
     *
     * @param comparison with the same real points and number as the value it is for
     * @param otherReal as many real points, drawn independently of those
     */
    public double floor(PointComparison comparison, float[] otherReal) {
        return value(comparison.withEvaluated(otherReal));
    }

    /** The floor in closed form, where there is one. */
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
