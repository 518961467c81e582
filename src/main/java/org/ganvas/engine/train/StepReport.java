package org.ganvas.engine.train;

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
 */
public record StepReport(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double penalty,
        double headLoss,
        Move discriminatorMove,
        Move generatorMove) {}
