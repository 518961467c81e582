package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ganvas.engine.augment.DiscriminatorInputAugmenter;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.KnownPixels;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.Player;
import org.jspecify.annotations.Nullable;

/**
 * Values of one draw: what the updates of a round share is made once. Every random number is a function of (seed, purpose,
 * draw). The training thread's, until the tensors' arena round ends.
 */
final class TrainingRound {

    /** Forward passes with random numbers of their own that a draw stands for, for each discriminator. */
    static final int PASSES = 8;

    /** Number of the pass that measures the lengths of paths, after those of both updates. */
    private static final int PATH_PASS = 6;

    private final Players players;
    private final TrainingBatchLoader batches;
    private final DiscriminatorInputAugmenter augmenter;
    private final List<String> discriminators;
    private final ForwardContext first;
    private final long draw;
    private final long step;
    private final Map<GameValue, Tensor> values = new HashMap<>();
    private final Map<Objective, TrainingBatch> seenBatches = new HashMap<>();
    private int made;
    private float @Nullable [] latents;

    /**
     * @param discriminators names of the discriminators that are trained
     * @param first context of the first forward pass
     * @param draw number of the draw, from 1, unique in the run
     * @param step number of the training step, from 1
     */
    TrainingRound(
            Players players,
            TrainingBatchLoader batches,
            DiscriminatorInputAugmenter augmenter,
            List<String> discriminators,
            ForwardContext first,
            long draw,
            long step) {
        this.players = players;
        this.batches = batches;
        this.augmenter = augmenter;
        this.discriminators = discriminators;
        this.first = first;
        this.draw = draw;
        this.step = step;
    }

    long step() {
        return step;
    }

    /** Context of a discriminator's update. */
    ForwardContext context(Objective.Adversarial objective) {
        return first.plus((long) PASSES * place(objective));
    }

    /** Context of the only update of a game without a discriminator. */
    ForwardContext context() {
        return first;
    }

    /** Context of a generator's update, after those that the discriminator's may use. */
    ForwardContext generatorContext(Objective.Adversarial objective) {
        return context(objective).next().next().next();
    }

    /** Context of the generator's pass that measures the lengths of paths. */
    ForwardContext pathContext() {
        return first.plus(PATH_PASS);
    }

    private int place(Objective.Adversarial objective) {
        return Math.max(0, discriminators.indexOf(objective.discriminator()));
    }

    /** Labels of the images of the data. */
    int[] labels() {
        return batches.labels(draw);
    }

    /** Labels that images are generated for. */
    int[] generatorLabels() {
        return batches.generatorLabels(draw);
    }

    /** Standard normal numbers, row after row, as many as latents; drawn once, not to be changed. */
    float[] latents() {
        float[] drawn = latents;
        if (drawn == null) {
            drawn = batches.latents(draw);
            latents = drawn;
        }
        return drawn;
    }

    /** A value, made at most once. */
    Tensor value(GameValue value) {
        Tensor found = values.get(value);
        if (found == null) {
            found = make(value);
            values.put(value, found);
        }
        return found;
    }

    private Tensor make(GameValue value) {
        if (value.equals(GameValue.LATENTS)) {
            float[] drawn = latents();
            int count = generatorLabels().length;
            return Tensor.of(drawn, count, drawn.length / count);
        }
        if (value instanceof GameValue.Source source) {
            return batches.source(source, draw, step);
        }
        if (value instanceof GameValue.Pasted pasted) {
            int pixels = batches.image().height() * batches.image().width();
            return KnownPixels.paste(value(pasted.made()), value(pasted.condition()), pixels);
        }
        if (value instanceof GameValue.Made one && one.of().size() == 1) {
            GameValue of = one.of().get(0);
            if (of.equals(GameValue.LATENTS)) {
                return players.player(one.player())
                        .generator()
                        .generate(latents(), generatorLabels(), first.plus(made++));
            }
            Tensor given = value(of);
            if (players.player(one.player()).role == Player.ENCODER) {
                return players.player(one.player()).encoder().encode(given, encoderContext());
            }
            if (isEncoded(of)) {
                return players.player(one.player()).generator().generate(given, null, inUse());
            }
            return players.player(one.player()).generator().translate(given, first.plus(made++));
        }
        throw new IllegalStateException("no rule makes " + value);
    }

    /** Whether a value is latents that an encoder made. */
    private boolean isEncoded(GameValue value) {
        return value instanceof GameValue.Made made && players.player(made.player()).role == Player.ENCODER;
    }

    /** Context of the encoder's pass: the last that a draw stands for, which no other network takes. */
    private ForwardContext encoderContext() {
        return first.plus((long) PASSES * Math.max(1, discriminators.size()) - 1);
    }

    /** Context of networks as they are in use, grown as far as in this step: nothing of them changes. */
    ForwardContext inUse() {
        return ForwardContext.INFERENCE.withGrowth(first.growth());
    }

    /** The two sides of an objective as its discriminator sees them, the generated one as it is now. */
    TrainingBatch batch(Objective.Adversarial objective) {
        TrainingBatch seen = seenBatches.get(objective);
        if (seen == null) {
            Tensor real = value(objective.real().image());
            Tensor fake = value(objective.fake().image());
            seen = new TrainingBatch(
                    augmenter.apply(real, stream(objective), step),
                    batches.labels(draw),
                    augmenter.apply(fake, stream(objective) + 1, step),
                    generatorLabels(),
                    latents(),
                    beside(objective.real()),
                    beside(objective.fake()));
            seenBatches.put(objective, seen);
        }
        return seen;
    }

    /** The two sides of an objective with a part of the generated images replaced, before they are augmented. */
    TrainingBatch batch(Objective.Adversarial objective, UnaryOperator<Tensor> exchange) {
        Tensor fake = exchange.apply(value(objective.fake().image()).detached());
        return batch(objective).withFake(augmenter.apply(fake, stream(objective) + 1, step));
    }

    private long stream(Objective.Adversarial objective) {
        return 2 * (draw * Math.max(1, discriminators.size()) + place(objective));
    }

    /** What the discriminator sees beside the images of a side, in their size. */
    private @Nullable Tensor beside(GameValue side) {
        return side instanceof GameValue.Joined joined ? batches.beside(value(joined.beside())) : null;
    }
}
