package org.ganvas.session.run;

import java.util.function.ToDoubleFunction;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.jspecify.annotations.Nullable;

/** The curves every run keeps. */
public enum TrainingScalar {
    /** {@link StepReport#discriminatorLoss}, nats. */
    DISCRIMINATOR_LOSS(StepReport::discriminatorLoss),
    /** {@link StepReport#generatorLoss}, nats. */
    GENERATOR_LOSS(StepReport::generatorLoss),
    /** {@link StepReport#realScore}, probability. */
    REAL_SCORE(StepReport::realScore),
    /** {@link StepReport#fakeScore}, probability. */
    FAKE_SCORE(StepReport::fakeScore),
    /** {@link StepReport#criticEstimate}, in units of D's answers; empty for games without a critic. */
    CRITIC_ESTIMATE(StepReport::criticEstimate),
    /** Length of the gradient of D's whole loss with respect to its weights. */
    DISCRIMINATOR_GRADIENT(scores -> scores.discriminatorUpdate().gradientNorm()),
    /** Length of the gradient of G's whole loss with respect to its weights. */
    GENERATOR_GRADIENT(scores -> scores.generatorUpdate().gradientNorm()),
    /** How far an update moves D's weights, as a share of their length. */
    DISCRIMINATOR_UPDATE(scores -> scores.discriminatorUpdate().updateRatio()),
    /** How far an update moves G's weights, as a share of their length. */
    GENERATOR_UPDATE(scores -> scores.generatorUpdate().updateRatio()),
    /** Learning rate of D, with the schedule's factor. */
    DISCRIMINATOR_RATE(scores -> scores.discriminatorUpdate().learningRate()),
    /** Learning rate of G, with the schedule's factor. */
    GENERATOR_RATE(scores -> scores.generatorUpdate().learningRate()),
    /** {@link ElboReport#reconstruction}, nats; of autoencoders alone. */
    RECONSTRUCTION(scores -> of(scores.elbo(), ElboReport::reconstruction)),
    /** {@link ElboReport#divergence}, nats; of autoencoders alone. */
    DIVERGENCE(scores -> of(scores.elbo(), ElboReport::divergence)),
    /** {@link ElboReport#negativeElbo}, nats; of autoencoders alone. */
    NEGATIVE_BOUND(scores -> of(scores.elbo(), ElboReport::negativeElbo));

    private final ToDoubleFunction<StepReport> reader;

    TrainingScalar(ToDoubleFunction<StepReport> figure) {
        this.reader = figure;
    }

    /** Whether every step of every run has a figure. */
    boolean inEveryStep() {
        return compareTo(FAKE_SCORE) <= 0;
    }

    private static double of(@Nullable ElboReport evidence, ToDoubleFunction<ElboReport> figure) {
        return evidence == null ? Double.NaN : figure.applyAsDouble(evidence);
    }

    /** Its figure of one step; not a number where there is none. */
    public double of(StepReport scores) {
        return reader.applyAsDouble(scores);
    }
}
