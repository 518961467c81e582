package org.ganvas.engine.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Losses and scores of one training step; of its last update where it has several, NaN where a network rests. Immutable, any thread.
 *
 * @param discriminatorLoss D's adversarial loss in nats, summed over the real and the generated term, without penalties,
 *     before D's update
 * @param generatorLoss G's adversarial loss in nats, before G's update, against the updated D
 * @param realScore mean over the real batch of sigmoid(D(x)), 0 to 1; of the raw output where that is no probability
 * @param fakeScore the same over the generated batch as D saw it, before D's update
 * @param criticEstimate a critic's estimate of the distance between data and G, E D(x) - E D(G(z)); NaN for other
 *     objectives
 * @param penalty added to D's loss by gradient penalties
 * @param discriminatorUpdate of D's weights
 * @param generatorUpdate of G's weights, in the update that {@code generatorLoss} belongs to
 * @param objectives means of the other terms of G's objective and of an encoder's by their names, without their weights:
 *     content, cycle, identity, features, encoder; and the mean path length in the steps that measure it; empty for a game that has none
 * @param adapted what adapts to D's overfitting, by name: {@link #AUGMENTATION}, {@link #DIFFUSION}; empty where nothing does
 * @param elbo terms of a variational autoencoder's loss, all other losses and scores being NaN; null for a GAN
 */
public record StepReport(
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double criticEstimate,
        double penalty,
        UpdateStatistics discriminatorUpdate,
        UpdateStatistics generatorUpdate,
        Map<String, Double> objectives,
        Map<String, Double> adapted,
        @Nullable ElboReport elbo) {

    /** Probability of random transforms, 0 to 1. */
    public static final String AUGMENTATION = "augmentation";

    /** Greatest number of diffusion steps. */
    public static final String DIFFUSION = "diffusion";

    public StepReport {
        objectives = Map.copyOf(objectives);
        adapted = Map.copyOf(adapted);
    }

    /** A step of a game without further terms. */
    public StepReport(
            double discriminatorLoss,
            double generatorLoss,
            double realScore,
            double fakeScore,
            double criticEstimate,
            double penalty,
            UpdateStatistics discriminatorUpdate,
            UpdateStatistics generatorUpdate,
            @Nullable ElboReport elbo) {
        this(
                discriminatorLoss,
                generatorLoss,
                realScore,
                fakeScore,
                criticEstimate,
                penalty,
                discriminatorUpdate,
                generatorUpdate,
                Map.of(),
                Map.of(),
                elbo);
    }

    /** A step of which only losses and scores are known. */
    public StepReport(double discriminatorLoss, double generatorLoss, double realScore, double fakeScore) {
        this(
                discriminatorLoss,
                generatorLoss,
                realScore,
                fakeScore,
                Double.NaN,
                0,
                UpdateStatistics.NONE,
                UpdateStatistics.NONE,
                null);
    }

    /** Whether the losses and scores that its objective has are finite. */
    public boolean finite() {
        if (elbo != null) {
            return elbo.finite();
        }
        boolean judged = discriminatorUpdate.equals(UpdateStatistics.NONE) && Double.isNaN(discriminatorLoss)
                || Double.isFinite(discriminatorLoss) && Double.isFinite(realScore);
        boolean termsFinite = objectives.values().stream().allMatch(Double::isFinite);
        boolean withoutDiscriminator = !objectives.isEmpty() && Double.isNaN(generatorLoss) && Double.isNaN(fakeScore);
        boolean made = withoutDiscriminator
                || generatorUpdate.equals(UpdateStatistics.NONE) && Double.isNaN(generatorLoss)
                || Double.isFinite(generatorLoss);
        return judged && made && termsFinite && (withoutDiscriminator || Double.isFinite(fakeScore));
    }
}
