package org.ganvas.viewmodel.chart;

import java.util.List;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.TrainingScalar;

/** The charts there are, in the order in which a new window shows them. Any thread. */
public enum ChartKind {
    /** Both players' losses, with the equilibrium. */
    LOSSES(TrainingScalar.DISCRIMINATOR_LOSS, TrainingScalar.GENERATOR_LOSS),
    /** What a picture costs an autoencoder, and the part of it that is lost in drawing. */
    BOUND(TrainingScalar.NEGATIVE_BOUND, TrainingScalar.RECONSTRUCTION),
    /** How far an autoencoder's latents are from the normal ones. */
    DIVERGENCE(TrainingScalar.DIVERGENCE),
    /** What D answers real and generated pictures. */
    SCORES(TrainingScalar.REAL_SCORE, TrainingScalar.FAKE_SCORE),
    /** Lengths of the gradients. */
    GRADIENTS(TrainingScalar.DISCRIMINATOR_GRADIENT, TrainingScalar.GENERATOR_GRADIENT),
    /** How far updates move the weights, for their size. */
    UPDATES(TrainingScalar.DISCRIMINATOR_UPDATE, TrainingScalar.GENERATOR_UPDATE),
    /** What was measured beside the training. */
    MEASURES,
    /** A critic's estimate of the distance. */
    CRITIC(TrainingScalar.CRITIC_ESTIMATE),
    /** Learning rates. */
    RATES(TrainingScalar.DISCRIMINATOR_RATE, TrainingScalar.GENERATOR_RATE);

    private final List<TrainingScalar> scalars;

    ChartKind(TrainingScalar... metrics) {
        this.scalars = List.of(metrics);
    }

    /** Its curves; none where they are known only when they come. */
    public List<TrainingScalar> scalars() {
        return scalars;
    }

    /** Where its sentences are. */
    public String key() {
        return "chart." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a run of that loss has anything to show in it. */
    public boolean suits(LossSpec loss) {
        return switch (this) {
            case LOSSES, SCORES -> !loss.encodes();
            case BOUND, DIVERGENCE -> loss.encodes();
            case CRITIC -> loss.estimatesDistance();
            case GRADIENTS, UPDATES, MEASURES, RATES -> true;
        };
    }

    /** Where a curve rests in theory; not a number where it does not. */
    public static double equilibrium(TrainingScalar metric, LossSpec loss) {
        return switch (metric) {
            case DISCRIMINATOR_LOSS -> loss.discriminatorEquilibrium();
            case GENERATOR_LOSS -> loss.generatorEquilibrium();
            case REAL_SCORE -> loss.answerEquilibrium();
            case CRITIC_ESTIMATE -> 0;
            default -> Double.NaN;
        };
    }
}
