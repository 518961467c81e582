package org.ganvas.session.background;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.engine.train.ModelWeights;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Double buffer that carries copies of weights from the training thread to one beside it. Neither waits: the training
 * thread fills a buffer only when the last copy was taken, so slow work costs training nothing.
 */
public final class WeightBuffer<W> {

    private final Function<Trainer, W> allocate;
    private final BiConsumer<Trainer, W> copy;
    private final AtomicReference<@Nullable W> filled = new AtomicReference<>();
    private final AtomicReference<@Nullable W> spare = new AtomicReference<>();

    private WeightBuffer(Function<Trainer, W> allocate, BiConsumer<Trainer, W> copy) {
        this.allocate = allocate;
        this.copy = copy;
    }

    /** Carries the generator, with its averaged weights where they are wanted and the run has them. */
    public static WeightBuffer<GeneratorWeights> ofGenerator(boolean averaged) {
        return new WeightBuffer<>(
                Trainer::newGeneratorWeights, (trainer, weights) -> trainer.copyWeights(weights, averaged));
    }

    /** Carries both networks, G with its averaged weights where they are wanted and the run has them. */
    public static WeightBuffer<ModelWeights> ofModel(boolean averaged) {
        return new WeightBuffer<>(
                Trainer::newModelWeights, (trainer, weights) -> trainer.copyWeights(weights, averaged));
    }

    /**
     * On the training thread: offers the weights as they are now.
     *
     * @param replace whether to do so in place of an offer that still waits; while training runs on, the next comes soon
     * @return whether anything was offered
     */
    public boolean offer(Trainer trainer, boolean replace) {
        W waiting = replace ? filled.getAndSet(null) : filled.get();
        if (waiting != null && !replace) {
            return false;
        }
        W buffer = waiting != null ? waiting : spare.getAndSet(null);
        if (buffer == null) {
            buffer = allocate.apply(trainer);
        }
        copy.accept(trainer, buffer);
        filled.set(buffer);
        return true;
    }

    /** On the other thread: takes an offer; null if there is none. */
    public @Nullable W take() {
        return filled.getAndSet(null);
    }

    /** On the other thread: gives the buffer back once its numbers were used. */
    public void giveBack(W buffer) {
        spare.set(buffer);
    }

    /** On the other thread: drops an offer that was not taken yet. */
    public void discard() {
        W waiting = filled.getAndSet(null);
        if (waiting != null) {
            spare.set(waiting);
        }
    }
}
