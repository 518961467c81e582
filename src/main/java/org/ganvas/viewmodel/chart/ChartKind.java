package org.ganvas.viewmodel.chart;

import java.util.List;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.session.run.TrainingScalar;

/** Charts, in their order before the user changes it. Any thread. */
public enum ChartKind {
    /** Losses of D and G, with the equilibrium. */
    LOSSES(TrainingScalar.DISCRIMINATOR_LOSS, TrainingScalar.GENERATOR_LOSS),
    /** Negative evidence lower bound of a VAE, and its reconstruction term. */
    BOUND(TrainingScalar.NEGATIVE_BOUND, TrainingScalar.RECONSTRUCTION),
    /** KL divergence of the encoder of a VAE from the standard normal distribution. */
    DIVERGENCE(TrainingScalar.DIVERGENCE),
    /** Discriminator scores of real and generated samples. */
    SCORES(TrainingScalar.REAL_SCORE, TrainingScalar.FAKE_SCORE),
    /** Norms of the gradients. */
    GRADIENTS(TrainingScalar.DISCRIMINATOR_GRADIENT, TrainingScalar.GENERATOR_GRADIENT),
    /** Norms of updates relative to the norms of the weights. */
    UPDATES(TrainingScalar.DISCRIMINATOR_UPDATE, TrainingScalar.GENERATOR_UPDATE),
    /** Evaluation metrics. */
    MEASURES,
    /** Critic's estimate of the Wasserstein distance. */
    CRITIC(TrainingScalar.CRITIC_ESTIMATE),
    /** Learning rates of D and G. */
    RATES(TrainingScalar.DISCRIMINATOR_RATE, TrainingScalar.GENERATOR_RATE),
    /** Terms of the loss of a translation's generator besides the adversarial one. */
    OBJECTIVES(TrainingScalar.CONTENT, TrainingScalar.FEATURES, TrainingScalar.CYCLE, TrainingScalar.IDENTITY),
    /** Probability of random transforms, where it adapts. */
    AUGMENTATION(TrainingScalar.AUGMENTATION),
    /** Greatest number of diffusion steps. */
    DIFFUSION(TrainingScalar.DIFFUSION),
    /** Terms of an encoder's loss. */
    ENCODER(TrainingScalar.ENCODER, TrainingScalar.ENCODER_FEATURES),
    /** Loss of an encoder in the game. */
    ENCODER_LOSS(TrainingScalar.ENCODER_LOSS),
    /** Mean path length of a style-based generator. */
    PATH_LENGTH(TrainingScalar.PATH_LENGTH);

    private final List<TrainingScalar> scalars;

    ChartKind(TrainingScalar... metrics) {
        this.scalars = List.of(metrics);
    }

    /** Scalars of the chart; empty for evaluation metrics, which a run defines. */
    public List<TrainingScalar> scalars() {
        return scalars;
    }

    /** Prefix of its text keys. */
    public String key() {
        return "chart." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a run of this spec has values for the chart. */
    public boolean suits(GanSpec spec) {
        LossSpec loss = spec.loss();
        return switch (this) {
            case LOSSES, SCORES -> !loss.encodes();
            case BOUND, DIVERGENCE -> loss.encodes();
            case CRITIC -> loss.estimatesDistance();
            case GRADIENTS, UPDATES, MEASURES, RATES -> true;
            case OBJECTIVES -> !spec.game().takesLatents();
            case AUGMENTATION ->
                spec.regularizer(Regularizer.Augmentation.class)
                        .filter(one -> one.target() > 0)
                        .isPresent();
            case ENCODER -> spec.game() instanceof EncodingSpec && !EncodingSpec.isJoint(spec.game());
            case ENCODER_LOSS -> EncodingSpec.isJoint(spec.game());
            case DIFFUSION -> spec.regularizer(Regularizer.Diffusion.class).isPresent();
            case PATH_LENGTH -> spec.regularizer(Regularizer.PathLength.class).isPresent();
        };
    }

    /** Value of a scalar at the equilibrium of the loss; NaN if the theory names none. */
    public static double equilibrium(TrainingScalar metric, LossSpec loss) {
        return switch (metric) {
            case DISCRIMINATOR_LOSS -> loss.discriminatorEquilibrium();
            case GENERATOR_LOSS, ENCODER_LOSS -> loss.generatorEquilibrium();
            case REAL_SCORE -> loss.scoreEquilibrium();
            case CRITIC_ESTIMATE -> 0;
            default -> Double.NaN;
        };
    }
}
