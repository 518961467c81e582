package org.ganvas.session.background;

import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Carries copies of the generator from the training thread to one beside it with two buffers and no waiting: the
 * training thread fills one only when the last was taken, so slow work costs training nothing.
 */
public final class WeightBuffer {

    private final boolean averaged;
    private final AtomicReference<@Nullable GeneratorWeights> filled = new AtomicReference<>();
    private final AtomicReference<@Nullable GeneratorWeights> spare = new AtomicReference<>();

    public WeightBuffer(boolean averaged) {
        this.averaged = averaged;
    }

    /**
     * On the training thread: offers the generator as it is now.
     *
     * @param replace whether to do so in place of an offer that still waits; while training runs on, the next comes soon
     * @return whether anything was offered
     */
    public boolean offer(Trainer trainer, boolean replace) {
        GeneratorWeights waiting = replace ? filled.getAndSet(null) : filled.get();
        if (waiting != null && !replace) {
            return false;
        }
        GeneratorWeights buffer = waiting != null ? waiting : spare.getAndSet(null);
        if (buffer == null) {
            buffer = trainer.newGeneratorWeights();
        }
        trainer.copyWeights(buffer, averaged);
        filled.set(buffer);
        return true;
    }

    /** On the thread beside: takes an offer; null if there is none. */
    @Nullable
    public GeneratorWeights take() {
        return filled.getAndSet(null);
    }

    /** On the thread beside: gives the buffer back when its numbers were used. */
    public void giveBack(GeneratorWeights buffer) {
        spare.set(buffer);
    }
}
