package org.ganvas.engine.spec.setting;

import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/** Groups of settings that a running run takes or refuses together. Immutable, any thread. */
public enum SpecPart {
    /** Learning rates, their schedule, decays and epsilons of the optimizers. */
    RATES,
    /** Updates of D and of G a step. */
    UPDATES,
    /** EMA decay of G's averaged weights. */
    AVERAGE,
    /** Gradient penalties and the limit of weight clipping. */
    PENALTIES,
    /** Instance noise on what D sees. */
    NOISE,
    /** Label smoothing. */
    SMOOTHING,
    /** Random transforms and diffusion of what D sees. */
    AUGMENTATION,
    /** Factors of a translation's objectives, and from when on they count. */
    OBJECTIVES,
    /** How the distribution of the data moves. */
    MOTION,
    /** Layers, latent, labels, image shape: whatever decides which weights exist. */
    NETWORKS(Message.of("engine.spec.part.networks")),
    /** The loss: its values cannot be compared with those of another. */
    LOSS(Message.of("engine.spec.part.loss")),
    /** Samples an update: the order of the data is counted in batches. */
    BATCH(Message.of("engine.spec.part.batch")),
    /** Kinds of the optimizers, each of which has a state of its own. */
    OPTIMIZERS(Message.of("engine.spec.part.optimizers")),
    /** Whether averaged weights exist at all. */
    AVERAGING(Message.of("engine.spec.part.averaging")),
    /** Times of the stages: what was made before is rendered by them, so they stay. */
    GROWTH(Message.of("engine.spec.part.growth"));

    private final @Nullable Message name;

    SpecPart() {
        name = null;
    }

    SpecPart(Message name) {
        this.name = name;
    }

    /** Whether a running run takes a change between two steps; otherwise it needs a new start. */
    public boolean live() {
        return name == null;
    }

    /** Name in the sentence that refuses a change. */
    Message refused() {
        if (name == null) {
            throw new IllegalStateException(this + " is never refused");
        }
        return name;
    }
}
