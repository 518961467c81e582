package org.ganvas.session.run;

import java.util.function.ToDoubleFunction;
import org.ganvas.engine.state.ElboReport;
import org.jspecify.annotations.Nullable;

/** The curves every run keeps. */
public enum TrainingScalar {
    /** {@link StepScores#discriminatorLoss}, nats. */
    DISCRIMINATOR_LOSS(StepScores::discriminatorLoss),
    /** {@link StepScores#generatorLoss}, nats. */
    GENERATOR_LOSS(StepScores::generatorLoss),
    /** {@link StepScores#realScore}, probability. */
    REAL_SCORE(StepScores::realScore),
    /** {@link StepScores#fakeScore}, probability. */
    FAKE_SCORE(StepScores::fakeScore),
    /** {@link StepScores#criticEstimate}, in units of D's answers; empty for games without a critic. */
    CRITIC_ESTIMATE(StepScores::criticEstimate),
    /** Length of the gradient of D's whole loss with respect to its weights. */
    DISCRIMINATOR_GRADIENT(scores -> scores.discriminator().gradientNorm()),
    /** Length of the gradient of G's whole loss with respect to its weights. */
    GENERATOR_GRADIENT(scores -> scores.generator().gradientNorm()),
    /** How far an update moves D's weights, as a share of their length. */
    DISCRIMINATOR_UPDATE(scores -> scores.discriminator().updateRatio()),
    /** How far an update moves G's weights, as a share of their length. */
    GENERATOR_UPDATE(scores -> scores.generator().updateRatio()),
    /** Learning rate of D, with the schedule's factor. */
    DISCRIMINATOR_RATE(scores -> scores.discriminator().learningRate()),
    /** Learning rate of G, with the schedule's factor. */
    GENERATOR_RATE(scores -> scores.generator().learningRate()),
    /** {@link ElboReport#reconstruction}, nats; of autoencoders alone. */
    RECONSTRUCTION(scores -> of(scores.evidence(), ElboReport::reconstruction)),
    /** {@link ElboReport#divergence}, nats; of autoencoders alone. */
    DIVERGENCE(scores -> of(scores.evidence(), ElboReport::divergence)),
    /** {@link ElboReport#negativeBound}, nats; of autoencoders alone. */
    NEGATIVE_BOUND(scores -> of(scores.evidence(), ElboReport::negativeBound));

    private final ToDoubleFunction<StepScores> figure;

    TrainingScalar(ToDoubleFunction<StepScores> figure) {
        this.figure = figure;
    }

    /** Whether every step of every run has a figure. */
    boolean always() {
        return compareTo(FAKE_SCORE) <= 0;
    }

    private static double of(@Nullable ElboReport evidence, ToDoubleFunction<ElboReport> figure) {
        return evidence == null ? Double.NaN : figure.applyAsDouble(evidence);
    }

    /** Its figure of one step; not a number where there is none. */
    public double of(StepScores scores) {
        return figure.applyAsDouble(scores);
    }
}
