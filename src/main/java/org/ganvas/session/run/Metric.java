package org.ganvas.session.run;

/** The curves every run keeps. */
public enum Metric {
    /** {@link StepScores#discriminatorLoss}, nats. */
    DISCRIMINATOR_LOSS,
    /** {@link StepScores#generatorLoss}, nats. */
    GENERATOR_LOSS,
    /** {@link StepScores#realScore}, probability. */
    REAL_SCORE,
    /** {@link StepScores#fakeScore}, probability. */
    FAKE_SCORE,
    /** {@link org.ganvas.engine.state.Evidence#reconstruction}, nats; of autoencoders alone. */
    RECONSTRUCTION,
    /** {@link org.ganvas.engine.state.Evidence#divergence}, nats; of autoencoders alone. */
    DIVERGENCE,
    /** {@link org.ganvas.engine.state.Evidence#negativeBound}, nats; of autoencoders alone. */
    NEGATIVE_BOUND
}
