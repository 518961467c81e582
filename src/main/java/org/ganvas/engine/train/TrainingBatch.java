package org.ganvas.engine.train;

import org.ganvas.engine.autodiff.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one update: a batch of real and one of generated images, both as D sees them. The training thread's.
 *
 * @param real real images, [batch, channels height width]
 * @param realLabels class indices, one per real image
 * @param fake generated images, shaped like the real ones
 * @param fakeLabels class indices, one per generated image
 * @param latents G's inputs for {@code fake}, row after row
 * @param realBeside what D sees behind the real ones, [batch, channels height width]; null for nothing
 * @param fakeBeside what D sees behind the generated ones
 */
record TrainingBatch(
        Tensor real,
        int[] realLabels,
        Tensor fake,
        int[] fakeLabels,
        float[] latents,
        @Nullable Tensor realBeside,
        @Nullable Tensor fakeBeside) {

    /** The same batch without the graph from G to the generated images, and from an encoder to what is beside the real ones. */
    TrainingBatch detached() {
        return new TrainingBatch(
                real,
                realLabels,
                fake.detached(),
                fakeLabels,
                latents,
                realBeside == null ? null : realBeside.detached(),
                fakeBeside);
    }

    /** The same batch with images that gradients can be taken by. */
    TrainingBatch asVariables() {
        return new TrainingBatch(
                real.asVariable(), realLabels, fake.asVariable(), fakeLabels, latents, realBeside, fakeBeside);
    }

    /** The same batch with other generated images. */
    TrainingBatch withFake(Tensor other) {
        return new TrainingBatch(real, realLabels, other, fakeLabels, latents, realBeside, fakeBeside);
    }

    /** Size of the batch. */
    int size() {
        return fakeLabels.length;
    }
}
