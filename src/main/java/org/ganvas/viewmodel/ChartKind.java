package org.ganvas.viewmodel;

import java.util.List;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.Metric;

/** The charts there are, in the order in which a new window shows them. Any thread. */
public enum ChartKind {
    /** Both players' losses, with the equilibrium. */
    LOSSES(Metric.DISCRIMINATOR_LOSS, Metric.GENERATOR_LOSS),
    /** What a picture costs an autoencoder, and the part of it that is lost in drawing. */
    BOUND(Metric.NEGATIVE_BOUND, Metric.RECONSTRUCTION),
    /** How far an autoencoder's latents are from the normal ones. */
    DIVERGENCE(Metric.DIVERGENCE),
    /** What D answers real and generated pictures. */
    SCORES(Metric.REAL_SCORE, Metric.FAKE_SCORE),
    /** Lengths of the gradients. */
    GRADIENTS(Metric.DISCRIMINATOR_GRADIENT, Metric.GENERATOR_GRADIENT),
    /** How far updates move the weights, for their size. */
    UPDATES(Metric.DISCRIMINATOR_UPDATE, Metric.GENERATOR_UPDATE),
    /** What was measured beside the training. */
    MEASURES,
    /** A critic's estimate of the distance. */
    CRITIC(Metric.CRITIC_ESTIMATE),
    /** Learning rates. */
    RATES(Metric.DISCRIMINATOR_RATE, Metric.GENERATOR_RATE);

    private final List<Metric> metrics;

    ChartKind(Metric... metrics) {
        this.metrics = List.of(metrics);
    }

    /** Its curves; none where they are known only when they come. */
    public List<Metric> metrics() {
        return metrics;
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
    public static double rest(Metric metric, LossSpec loss) {
        return switch (metric) {
            case DISCRIMINATOR_LOSS -> loss.discriminatorEquilibrium();
            case GENERATOR_LOSS -> loss.generatorEquilibrium();
            case REAL_SCORE -> loss.answerEquilibrium();
            case CRITIC_ESTIMATE -> 0;
            default -> Double.NaN;
        };
    }
}
