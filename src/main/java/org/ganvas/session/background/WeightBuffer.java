package org.ganvas.session.background;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Double buffer that carries copies of weights from the training thread to one beside it. Neither waits: the training
 * thread fills a buffer only when the last copy was taken, so slow work costs training nothing.
 */
public final class WeightBuffer {

    private final Function<Trainer, PlayerWeights> allocate;
    private final boolean averaged;
    private final AtomicReference<@Nullable PlayerWeights> filled = new AtomicReference<>();
    private final AtomicReference<@Nullable PlayerWeights> spare = new AtomicReference<>();

    private WeightBuffer(Function<Trainer, PlayerWeights> allocate, boolean averaged) {
        this.allocate = allocate;
        this.averaged = averaged;
    }

    /** Carries what rendering needs, with averaged weights where they are wanted and the run has them. */
    public static WeightBuffer ofRendered(boolean averaged) {
        return new WeightBuffer(Trainer::newRenderedWeights, averaged);
    }

    /** Carries all networks, with averaged weights where they are wanted and the run has them. */
    public static WeightBuffer ofAll(boolean averaged) {
        return new WeightBuffer(Trainer::newWeights, averaged);
    }

    /**
     * On the training thread: offers the weights as they are now.
     *
     * @param replace whether to do so in place of an offer that still waits; while training runs on, the next comes soon
     * @return whether anything was offered
     */
    public boolean offer(Trainer trainer, boolean replace) {
        PlayerWeights waiting = replace ? filled.getAndSet(null) : filled.get();
        if (waiting != null && !replace) {
            return false;
        }
        PlayerWeights buffer = waiting != null ? waiting : spare.getAndSet(null);
        if (buffer == null) {
            buffer = allocate.apply(trainer);
        }
        trainer.copyWeights(buffer, averaged);
        filled.set(buffer);
        return true;
    }

    /** On the other thread: takes an offer; null if there is none. */
    public @Nullable PlayerWeights take() {
        return filled.getAndSet(null);
    }

    /** On the other thread: gives the buffer back once its numbers were used. */
    public void giveBack(PlayerWeights buffer) {
        spare.set(buffer);
    }

    /** On the other thread: drops an offer that was not taken yet. */
    public void discard() {
        PlayerWeights waiting = filled.getAndSet(null);
        if (waiting != null) {
            spare.set(waiting);
        }
    }
}
