package org.ganvas.viewmodel.train;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ganvas.data.ValueHistogram;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.inspect.InspectionResult;

/**
 * Scale of discriminator scores, from surely generated (0) to surely real (1). Immutable, any thread.
 *
 * @param probabilities whether the sigmoid of a logit is a probability; otherwise a score is the logit's place between
 *     the lowest and the highest of both grids
 * @param low lowest logit
 * @param high highest logit
 */
public record DiscriminatorScores(boolean probabilities, double low, double high) {

    private static final int BINS = 40;

    static DiscriminatorScores of(InspectionResult result, LossSpec loss) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] logits : new float[][] {result.generatedLogits(), result.realLogits()}) {
            for (float logit : logits) {
                low = Float.isFinite(logit) ? Math.min(low, logit) : low;
                high = Float.isFinite(logit) ? Math.max(high, logit) : high;
            }
        }
        boolean empty = low > high;
        // With paired logits only differences have a meaning.
        boolean probabilities = loss.hasProbabilities() && !loss.paired();
        return new DiscriminatorScores(probabilities, empty ? 0 : low, empty ? 1 : high);
    }

    /** Score of a logit, 0 to 1; 0 where it is not finite. */
    public double share(double logit) {
        if (!Double.isFinite(logit)) {
            return 0;
        }
        return probabilities
                ? 1 / (1 + Math.exp(-logit))
                : high > low ? Math.max(0, Math.min(1, (logit - low) / (high - low))) : 0.5;
    }

    /** Histogram of the logits of one grid over the range of both. */
    public ValueHistogram histogram(float[] logits) {
        return ValueHistogram.of(logits, BINS, low, high);
    }

    /** Number of positive logits: images that D classifies as real, where logits have targets. */
    public static int countRealScores(float[] logits) {
        return (int)
                IntStream.range(0, logits.length).filter(i -> logits[i] > 0).count();
    }

    /** Indices of the logits in falling order. */
    public static int[] order(float[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
