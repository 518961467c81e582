package org.ganvas.engine.train;

import org.ganvas.engine.state.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one step; of its last update where it has several.
 *
 * @param discriminatorLoss D's loss in the game, without penalties, before D's update
 * @param generatorLoss G's, before G's update, against the updated D
 * @param realScore mean over the real batch of D(x): of the sigmoid where that is a probability, else of the logit
 * @param fakeScore the same for the generated batch, before D's update
 * @param penalty what gradient penalties added to D's loss
 * @param headLoss what the second head added to D's loss
 * @param evidence of an autoencoder, which plays no game, so that the others are no numbers; else null
 */
public record StepReport(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double penalty,
        double headLoss,
        @Nullable Evidence evidence) {

    /** The figures of a game. */
    public StepReport(
            double discriminatorLoss,
            double generatorLoss,
            double realScore,
            double fakeScore,
            double penalty,
            double headLoss) {
        this(discriminatorLoss, generatorLoss, realScore, fakeScore, penalty, headLoss, null);
    }

    static StepReport of(Evidence evidence) {
        return new StepReport(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, evidence);
    }
}
