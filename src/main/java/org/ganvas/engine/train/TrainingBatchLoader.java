package org.ganvas.engine.train;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.growth.GrowthImages;
import org.ganvas.engine.net.EnlargedCondition;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.GanSpec;

/**
 * Source of real images, latents and labels. Each batch is a function of (seed, number), with numbers from 1. The training
 * thread's.
 */
final class TrainingBatchLoader {

    private final GanSpec spec;
    private final Dataset data;
    private final long seed;
    private final BatchSampler sampler;
    private final TranslationBatchLoader translations;
    private final GrowthImages growth;
    private float[] pixels = new float[0];

    TrainingBatchLoader(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.data = data;
        this.seed = seed;
        sampler = new BatchSampler(seed, data.size());
        growth = new GrowthImages(spec);
        translations = new TranslationBatchLoader(spec, data, seed);
    }

    /** Shape of the images. */
    ImageShape image() {
        return spec.image();
    }

    /** What a discriminator sees of a condition or a latent beside an image. */
    Tensor beside(Tensor given) {
        return EnlargedCondition.of(given, spec);
    }

    /**
     * A batch that is drawn, other than latents.
     *
     * @param step number of the training step, from 1: how far the networks have grown that see the images, and where the
     *     data is
     */
    Tensor source(GameValue.Source source, long number, long step) {
        return source.equals(GameValue.IMAGES)
                ? growth.at(images(number, step), step)
                : translations.batch(source, indices(number), number);
    }

    /** Real images of a batch, [batch, channels height width]. */
    private Tensor images(long number, long step) {
        int[] indices = indices(number);
        int size = spec.image().size();
        if (pixels.length != indices.length * size) {
            pixels = new float[indices.length * size];
        }
        for (int i = 0; i < indices.length; i++) {
            data.copyImage(indices[i], pixels, i * size);
        }
        spec.game().motion().at(step).map(pixels, 0, pixels.length);
        return Tensor.of(pixels, indices.length, size);
    }

    /** Labels of the real images of a batch; all 0 where the networks see no labels of the data. */
    int[] labels(long number) {
        int[] labels = indices(number);
        for (int i = 0; i < labels.length; i++) {
            // InfoGAN's classes are codes, unrelated to the classes of the data.
            labels[i] = spec.conditioning().usesLabels() ? data.label(labels[i]) : 0;
        }
        return labels;
    }

    private int[] indices(long number) {
        return sampler.indices(number - 1, spec.training().batch());
    }

    /** Latents of a batch, drawn from the prior, row after row. */
    float[] latents(long number) {
        float[] latents = new float[spec.training().batch() * spec.latentDim()];
        spec.game().prior().fill(new SeededRandomStream(seed, Purpose.TRAINING_LATENT, number), latents);
        return latents;
    }

    /** Labels to generate a batch for, uniform over the classes; all 0 for an unconditional generator. */
    int[] generatorLabels(long number) {
        int[] labels = new int[spec.training().batch()];
        if (spec.conditional()) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.TRAINING_LABEL, number);
            for (int i = 0; i < labels.length; i++) {
                labels[i] = random.nextInt(spec.classes());
            }
        }
        return labels;
    }
}
