package org.ganvas.engine.train;

import java.util.stream.IntStream;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.TranslationInputs;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.jspecify.annotations.Nullable;

/**
 * Source of what a translation is given: conditions of images, or images of two sets in orders of their own. Each batch is a
 * function of (seed, number), with numbers from 1. The training thread's.
 */
final class TranslationBatchLoader {

    private final GanSpec spec;
    private final Dataset data;
    private final long seed;

    TranslationBatchLoader(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.data = data;
        this.seed = seed;
    }

    /**
     * What G is given of images of the data.
     *
     * @param indices of the images
     * @param draw number of the batch
     */
    Tensor conditions(ConditionSpec condition, int[] indices, long draw) {
        return batch(inputs(condition), condition, indices, draw, 0);
    }

    private Dataset inputs(ConditionSpec condition) {
        return condition.ofImage()
                ? data
                : data.inputs().map(TranslationInputs::images).orElse(data);
    }

    /** A set of images in an order of its own. */
    final class Domain {
        private final DomainSpec domain;
        private final Dataset images;
        private final int[] members;
        private final BatchSampler sampler;
        private final int place;

        private Domain(DomainSpec domain, Purpose order, int place) {
            this.domain = domain;
            this.place = place;
            images = domain instanceof DomainSpec.Partner
                    ? data.inputs().map(TranslationInputs::images).orElse(data)
                    : data;
            members = domain instanceof DomainSpec.OfClass one
                    ? IntStream.range(0, images.size())
                            .filter(i -> images.label(i) == one.label())
                            .toArray()
                    : IntStream.range(0, images.size()).toArray();
            sampler = new BatchSampler(seed, order, members.length);
        }

        /** Images of a batch, [batch, channels height width]. */
        Tensor images(long draw) {
            int[] indices = sampler.indices(draw - 1, spec.training().batch());
            for (int i = 0; i < indices.length; i++) {
                indices[i] = members[indices[i]];
            }
            ConditionSpec change = domain instanceof DomainSpec.Changed changed ? changed.by() : null;
            return batch(images, change, indices, draw, place);
        }
    }

    /** The set of images that an unpaired translation starts from. */
    Domain first(UnpairedTranslationSpec game) {
        return new Domain(game.from(), Purpose.SECOND_ORDER, spec.training().batch());
    }

    /** The set of images that an unpaired translation leads to. */
    Domain second(UnpairedTranslationSpec game) {
        return new Domain(game.to(), Purpose.BATCH_ORDER, 0);
    }

    private Tensor batch(
            Dataset images,
            @Nullable ConditionSpec change,
            int[] indices,
            long draw,
            int place) {
        ImageShape shape = spec.image();
        Corruption corruption =
                change == null ? null : change.corruption(shape).orElse(null);
        int size = corruption == null ? shape.size() : corruption.planes(shape).size();
        float[] all = new float[indices.length * size];
        float[] image = new float[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            if (corruption == null) {
                images.copyImage(indices[i], all, i * size);
            } else {
                images.copyImage(indices[i], image, 0);
                corruption.apply(image, shape, Corruption.stream(seed, draw, place + i), all, i * size);
            }
        }
        return Tensor.of(all, indices.length, size);
    }
}
