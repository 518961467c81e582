package org.ganvas.session.doctor;

/** Symptoms of failure modes. Names are parts of text keys. */
public enum Symptom {
    /** A loss is NaN. */
    NOT_A_NUMBER(FailureMode.EXPLOSION, Unit.STEP),
    /** D's loss, as a multiple of its equilibrium or of 1. */
    LOSS_SIZE(FailureMode.EXPLOSION, Unit.TIMES),
    /** Norm of G's gradient, as a multiple of its median. */
    GRADIENT_SIZE(FailureMode.EXPLOSION, Unit.TIMES),
    /** Mean of D(G(z)): the share of G's gradient that the minimax loss leaves. */
    SATURATION(FailureMode.VANISHING_GRADIENT, Unit.SHARE),
    /** Norm of G's gradient. */
    GRADIENT_LENGTH(FailureMode.VANISHING_GRADIENT, Unit.NUMBER),
    /** Distance of generated images to the nearest training image, as a multiple of that of real images. */
    NEAREST(FailureMode.MEMORISING, Unit.TIMES),
    /** D's loss as a share of its equilibrium. */
    LOSS_OF_WINNER(FailureMode.STRONG_DISCRIMINATOR, Unit.SHARE),
    /** D's loss since a setting was changed, as a share of that before. */
    LOSS_SINCE_CHANGE(FailureMode.STRONG_DISCRIMINATOR, Unit.SHARE),
    /** D's loss as a multiple of its equilibrium. */
    LOSS_OF_LOSER(FailureMode.STRONG_GENERATOR, Unit.TIMES),
    /** Difference of a translation's outputs from their inputs, as a share of that of the wanted images. */
    OUTPUT_EQUALS_INPUT(FailureMode.COPIED_INPUT, Unit.SHARE),
    /** How much further a translation's outputs are from their own wanted images than from those of other inputs. */
    OUTPUT_KEEPS_INPUT(FailureMode.COPIED_INPUT, Unit.SHARE),
    /** How much nearer a translation's outputs are to their own wanted images than to those of other inputs. */
    OUTPUT_IGNORES_INPUT(FailureMode.IGNORED_INPUT, Unit.SHARE),
    /** Mean distance of two generated images, as a share of that of real ones. */
    SPREAD(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** Share of the modes of a mixture that are captured. */
    MODES(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** Coverage of the data where generated images are precise. */
    COVERAGE(FailureMode.MODE_COLLAPSE, Unit.SHARE),
    /** Standard deviation of G's loss about its trend, in units of its mean. */
    SWING(FailureMode.OSCILLATION, Unit.TIMES),
    /** The same where all samples are alike, which takes less to be one. */
    CHASE(FailureMode.OSCILLATION, Unit.TIMES),
    /** Standard deviation of the coverage, in units of its mean. */
    COMING_AND_GOING(FailureMode.OSCILLATION, Unit.TIMES),
    /** Coverage of the data since a setting was changed, as a share of that before. */
    COVERAGE_SINCE_CHANGE(FailureMode.SETBACK, Unit.SHARE),
    /** Path that the images of fixed latents moved, as a share of the distance between real ones. */
    STANDSTILL(FailureMode.STAGNATION, Unit.SHARE),
    /** Coverage of the data, which has not grown for long. */
    NO_PROGRESS(FailureMode.STAGNATION, Unit.SHARE);

    /** Unit of a reading, which decides its format. */
    public enum Unit {
        SHARE,
        TIMES,
        NUMBER,
        STEP
    }

    private final FailureMode failureMode;
    private final Unit unit;

    Symptom(FailureMode failureMode, Unit unit) {
        this.failureMode = failureMode;
        this.unit = unit;
    }

    public FailureMode failureMode() {
        return failureMode;
    }

    public Unit unit() {
        return unit;
    }
}
