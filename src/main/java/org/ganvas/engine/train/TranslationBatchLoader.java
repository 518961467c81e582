package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.Map;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.jspecify.annotations.Nullable;

/**
 * Source of what a translation is given: conditions of images, or images of two sets in orders of their own. Each batch is a
 * function of (seed, number), with numbers from 1. The training thread's.
 */
final class TranslationBatchLoader {

    private final long seed;
    private final int batch;
    private final @Nullable TranslationImages conditions;
    private final Map<GameValue, Ordered> sets = new HashMap<>();

    TranslationBatchLoader(GanSpec spec, Dataset data, long seed) {
        this.seed = seed;
        batch = spec.training().batch();
        conditions = spec.game() instanceof PairedTranslationSpec ? TranslationImages.given(spec, data) : null;
        if (spec.game() instanceof UnpairedTranslationSpec game) {
            TranslationImages first = TranslationImages.of(game.from(), spec, data);
            TranslationImages second = TranslationImages.of(game.to(), spec, data);
            sets.put(GameValue.FIRST_SET, new Ordered(first, sampler(first, Purpose.SECOND_ORDER), batch));
            sets.put(GameValue.SECOND_SET, new Ordered(second, sampler(second, Purpose.BATCH_ORDER), 0));
        }
    }

    private BatchSampler sampler(TranslationImages images, Purpose order) {
        return new BatchSampler(seed, order, images.size());
    }

    /** @param place of its first image among all whose changes a draw decides */
    private record Ordered(TranslationImages images, BatchSampler sampler, int place) {}

    /**
     * A batch, [batch, numbers of an image].
     *
     * @param indices of the images of the data in this batch
     * @param draw number of the batch
     */
    Tensor batch(GameValue.Source source, int[] indices, long draw) {
        if (source.equals(GameValue.CONDITION) && conditions != null) {
            return Tensor.of(conditions.read(indices, seed, draw, 0), batch, conditions.width());
        }
        Ordered set = sets.get(source);
        if (set == null) {
            throw new IllegalStateException("no rule draws " + source);
        }
        int[] drawn = set.sampler().indices(draw - 1, batch);
        return Tensor.of(
                set.images().read(drawn, seed, draw, set.place()),
                batch,
                set.images().width());
    }
}
