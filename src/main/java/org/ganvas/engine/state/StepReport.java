package org.ganvas.engine.state;

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
 * @param discriminatorMove of D's weights
 * @param generatorMove of G's weights, in the update that {@code generatorLoss} belongs to
 * @param evidence of an autoencoder, which plays no game, so that the other figures are no numbers; else null
 */
public record StepReport(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double penalty,
        double headLoss,
        UpdateStatistics discriminatorMove,
        UpdateStatistics generatorMove,
        @Nullable ElboReport evidence) {

    public static StepReport of(ElboReport evidence, UpdateStatistics encoderMove, UpdateStatistics decoderMove) {
        double none = Double.NaN;
        return new StepReport(none, none, none, none, none, none, encoderMove, decoderMove, evidence);
    }
}
