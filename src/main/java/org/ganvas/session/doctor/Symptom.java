package org.ganvas.session.doctor;

/** What an ailment was seen by; each has its sentence. */
public enum Symptom {
    /** A loss is no number. */
    NOT_A_NUMBER(FailureMode.EXPLOSION, Unit.STEP),
    /** D's loss, as a multiple of its equilibrium or of 1. */
    LOSS_SIZE(FailureMode.EXPLOSION, Unit.TIMES),
    /** Length of G's gradient, as a multiple of its median. */
    GRADIENT_SIZE(FailureMode.EXPLOSION, Unit.TIMES),
    /** What the minimax loss leaves of G's gradient: the mean of D(G(z)). */
    SATURATION(FailureMode.VANISHING_GRADIENT, Unit.SHARE),
    /** Length of G's gradient. */
    GRADIENT_LENGTH(FailureMode.VANISHING_GRADIENT, Unit.NUMBER),
    /** Distance to the nearest training picture, as a multiple of the real one. */
    NEAREST(FailureMode.MEMORISING, Unit.TIMES),
    /** D's loss as a share of its equilibrium. */
    LOSS_OF_WINNER(FailureMode.STRONG_DISCRIMINATOR, Unit.SHARE),
    /** D's loss as a multiple of its equilibrium. */
    LOSS_OF_LOSER(FailureMode.STRONG_GENERATOR, Unit.TIMES),
    /** How far generated pictures differ, as a share of how far real ones do. */
    SPREAD(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** Share of the modes of a mixture. */
    MODES(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** Share of the data's variety that is drawn, where what is drawn is good. */
    COVERAGE(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** How much G's loss swings, in units of its mean. */
    SWING(FailureMode.OSCILLATION, Unit.TIMES),
    /** How much the share of the data that is drawn rises and falls, in units of its mean. */
    COMING_AND_GOING(FailureMode.OSCILLATION, Unit.TIMES),
    /** Way that the pictures of fixed latents went, as a share of the distance between real ones. */
    STANDSTILL(FailureMode.STAGNATION, Unit.SHARE),
    /** Share of the data that is drawn, which has not grown for long. */
    NO_PROGRESS(FailureMode.STAGNATION, Unit.SHARE);

    /** How its figure is written. */
    public enum Unit {
        SHARE,
        TIMES,
        NUMBER,
        STEP
    }

    private final FailureMode failureMode;
    private final Unit unit;

    Symptom(FailureMode ailment, Unit unit) {
        this.failureMode = ailment;
        this.unit = unit;
    }

    public FailureMode failureMode() {
        return failureMode;
    }

    public Unit unit() {
        return unit;
    }
}
