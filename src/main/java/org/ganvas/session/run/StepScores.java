package org.ganvas.session.run;

import org.ganvas.engine.state.ElboReport;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one step.
 *
 * @param discriminatorLoss in nats, summed over the real and the generated term
 * @param generatorLoss in nats
 * @param realScore mean of sigmoid(D(x)) over the real batch, 0 to 1
 * @param fakeScore mean of sigmoid(D(G(z))) over the generated batch as D saw it, 0 to 1
 * @param criticEstimate what a critic says of the distance between data and G, E D(x) - E D(G(z)); not a number for other
 *     games
 * @param discriminator how D's weights were moved
 * @param generator how G's weights were moved
 * @param evidence of an autoencoder, which plays no game, so that losses and scores are no numbers; else null
 */
public record StepScores(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double criticEstimate,
        WeightMove discriminator,
        WeightMove generator,
        @Nullable ElboReport evidence) {

    /** Of a step of which no more is known than its losses and scores. */
    public StepScores(double discriminatorLoss, double generatorLoss, double realScore, double fakeScore) {
        this(discriminatorLoss, generatorLoss, realScore, fakeScore, Double.NaN, WeightMove.NONE, WeightMove.NONE);
    }

    /** Of a game. */
    public StepScores(
            double discriminatorLoss,
            double generatorLoss,
            double realScore,
            double fakeScore,
            double criticEstimate,
            WeightMove discriminator,
            WeightMove generator) {
        this(discriminatorLoss, generatorLoss, realScore, fakeScore, criticEstimate, discriminator, generator, null);
    }

    /** Whether losses and scores are finite numbers. */
    public boolean finite() {
        if (evidence != null) {
            return evidence.finite();
        }
        return Double.isFinite(discriminatorLoss)
                && Double.isFinite(generatorLoss)
                && Double.isFinite(realScore)
                && Double.isFinite(fakeScore);
    }
}
