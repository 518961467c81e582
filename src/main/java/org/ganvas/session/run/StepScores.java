package org.ganvas.session.run;

import org.ganvas.engine.state.Evidence;
import org.ganvas.engine.train.StepReport;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one step.
 *
 * @param discriminatorLoss in nats, summed over the real and the generated term
 * @param generatorLoss in nats
 * @param realScore mean of sigmoid(D(x)) over the real batch, 0 to 1
 * @param fakeScore mean of sigmoid(D(G(z))) over the generated batch as D saw it, 0 to 1
 * @param evidence of an autoencoder, which plays no game, so that the others are no numbers; else null
 */
public record StepScores(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        @Nullable Evidence evidence) {

    /** The figures of a game. */
    public StepScores(double discriminatorLoss, double generatorLoss, double realScore, double fakeScore) {
        this(discriminatorLoss, generatorLoss, realScore, fakeScore, null);
    }

    /** What a trainer reports. */
    public static StepScores of(StepReport report) {
        return new StepScores(
                report.discriminatorLoss(),
                report.generatorLoss(),
                report.realScore(),
                report.fakeScore(),
                report.evidence());
    }

    /** Whether every figure is a finite number. */
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
