package org.ganvas.session.doctor;

/**
 * Failure modes of GAN training, causes before their consequences: of several at once the first is reported. Names are
 * parts of text keys.
 */
public enum FailureMode {
    /** Losses or gradients grow without bound, or are NaN. */
    EXPLOSION,
    /** The loss gives G almost no gradient. */
    VANISHING_GRADIENT,
    /** G generates copies of training images. */
    MEMORISING,
    /** D distinguishes nearly all images and G cannot follow. */
    STRONG_DISCRIMINATOR,
    /** D takes generated images for real ones and real ones for generated. */
    STRONG_GENERATOR,
    /** G of a translation gives back what it is given. */
    COPIED_INPUT,
    /** G of a translation answers alike whatever it is given. */
    IGNORED_INPUT,
    /** G generates the same few images whatever the latent. */
    MODE_COLLAPSE,
    /** G and D chase each other without improving. */
    OSCILLATION,
    /** G lost what it had learnt after a setting was changed. */
    SETBACK,
    /** No improvement though there is much to learn. */
    STAGNATION
}
