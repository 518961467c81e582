package org.ganvas.viewmodel.lab;

import java.util.Locale;

/** Parts of the data-flow diagram of a training step. Immutable, any thread. */
public enum LabPart {
    NOISE,
    GENERATOR,
    FAKES,
    DATA,
    DISCRIMINATOR,
    ANSWERS,
    D_LOSS,
    D_GRADIENT,
    D_UPDATE,
    G_LOSS,
    FORCES,
    G_UPDATE;

    /** Key of its texts. */
    public String key() {
        return "lab.part." + name().toLowerCase(Locale.ROOT);
    }

    /** Actor whose colour it has: {@code real}, {@code generator}, {@code discriminator} or {@code gradient}. */
    public String actor() {
        return switch (this) {
            case NOISE, GENERATOR, FAKES, G_LOSS, G_UPDATE -> "generator";
            case DATA -> "real";
            case DISCRIMINATOR, ANSWERS, D_LOSS, D_UPDATE -> "discriminator";
            case D_GRADIENT, FORCES -> "gradient";
        };
    }
}
