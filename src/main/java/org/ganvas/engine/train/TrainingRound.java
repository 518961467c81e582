package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.Map;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.Objective;

/**
 * Values of one draw: what the updates of a round share is made once. Every random number is a function of (seed, purpose,
 * draw). The training thread's, until the tensors' arena round ends.
 */
final class TrainingRound {

    private final Players players;
    private final TrainingBatchLoader batches;
    private final DiscriminatorInputAugmenter augmenter;
    private final ForwardContext first;
    private final long draw;
    private final long step;
    private final Map<GameValue, Tensor> values = new HashMap<>();
    private final Map<Objective, TrainingBatch> seenBatches = new HashMap<>();

    /**
     * @param first context of the first forward pass
     * @param draw number of the draw, from 1, unique in the run
     * @param step number of the training step, from 1
     */
    TrainingRound(
            Players players,
            TrainingBatchLoader batches,
            DiscriminatorInputAugmenter augmenter,
            ForwardContext first,
            long draw,
            long step) {
        this.players = players;
        this.batches = batches;
        this.augmenter = augmenter;
        this.first = first;
        this.draw = draw;
        this.step = step;
    }

    long step() {
        return step;
    }

    /** Context of a discriminator's update, or of the only update. */
    ForwardContext context() {
        return first;
    }

    /** Context of a generator's update, after those that the discriminator's may use. */
    ForwardContext generatorContext() {
        return first.next().next().next();
    }

    /** Labels of the images of the data. */
    int[] labels() {
        return batches.labels(draw);
    }

    /** Standard normal numbers, row after row, as many as latents. */
    float[] latents() {
        return batches.latents(draw);
    }

    /** A value, made at most once. */
    Tensor value(GameValue value) {
        Tensor made = values.get(value);
        if (made == null) {
            made = make(value);
            values.put(value, made);
        }
        return made;
    }

    private Tensor make(GameValue value) {
        if (value.equals(GameValue.IMAGES)) {
            return batches.images(draw);
        }
        if (value instanceof GameValue.Made made
                && made.of().size() == 1
                && made.of().get(0).equals(GameValue.LATENTS)) {
            return players.player(made.player())
                    .generator()
                    .generate(batches.latents(draw), batches.generatorLabels(draw), first);
        }
        throw new IllegalStateException("no rule makes " + value);
    }

    /** The two sides of an objective as its discriminator sees them. */
    TrainingBatch batch(Objective.Adversarial objective) {
        TrainingBatch seen = seenBatches.get(objective);
        if (seen == null) {
            Tensor real = value(objective.real());
            Tensor fake = value(objective.fake());
            seen = new TrainingBatch(
                    augmenter.apply(real, 2 * draw, step),
                    batches.labels(draw),
                    augmenter.apply(fake, 2 * draw + 1, step),
                    batches.generatorLabels(draw),
                    batches.latents(draw));
            seenBatches.put(objective, seen);
        }
        return seen;
    }
}
