package org.ganvas.viewmodel.train;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ganvas.data.Histogram;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.inspect.InspectionResult;

/**
 * D's verdicts as people read them: from wholly made up to wholly real. Immutable, any thread.
 *
 * @param probabilities whether the sigmoid of a logit is a probability; otherwise verdicts are placed between the lowest
 *     and the highest of both grids
 * @param low the lowest logit
 * @param high the highest logit
 */
public record DiscriminatorScores(boolean probabilities, double low, double high) {

    private static final int BINS = 40;

    static DiscriminatorScores of(InspectionResult look, LossSpec loss) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] logits : new float[][] {look.generatedLogits(), look.realLogits()}) {
            for (float logit : logits) {
                low = Float.isFinite(logit) ? Math.min(low, logit) : low;
                high = Float.isFinite(logit) ? Math.max(high, logit) : high;
            }
        }
        boolean nothing = low > high;
        // Where only differences count, no logit is a probability.
        boolean probable = loss.hasProbabilities() && !loss.paired();
        return new DiscriminatorScores(probable, nothing ? 0 : low, nothing ? 1 : high);
    }

    /** How real D thinks a picture is, 0 to 1. */
    public double share(double logit) {
        if (!Double.isFinite(logit)) {
            return 0;
        }
        return probabilities
                ? 1 / (1 + Math.exp(-logit))
                : high > low ? Math.max(0, Math.min(1, (logit - low) / (high - low))) : 0.5;
    }

    /** Logits of one grid over the range of both. */
    public Histogram histogram(float[] logits) {
        return Histogram.of(logits, BINS, low, high);
    }

    /** How many D takes for real, where that has a meaning. */
    public static int countRealScores(float[] logits) {
        return (int)
                IntStream.range(0, logits.length).filter(i -> logits[i] > 0).count();
    }

    /** Places of the pictures, the most convincing first. */
    public static int[] order(float[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
