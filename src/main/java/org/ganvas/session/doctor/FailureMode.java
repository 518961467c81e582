package org.ganvas.session.doctor;

/** What can be wrong with a game, the cause before what follows from it: of two at once the first is told. */
public enum FailureMode {
    /** Numbers grow without bound, or are none any more. */
    EXPLOSION,
    /** The loss gives G next to nothing to learn from. */
    VANISHING_GRADIENT,
    /** G draws copies of training pictures. */
    MEMORISING,
    /** D tells everything apart and G cannot follow. */
    STRONG_DISCRIMINATOR,
    /** D takes generated pictures for real ones and real ones for generated. */
    STRONG_GENERATOR,
    /** G draws the same few things whatever the latent. */
    MODE_COLLAPSE,
    /** The players chase each other and get nowhere. */
    OSCILLATION,
    /** Nothing gets better though there is much to learn. */
    STAGNATION
}
