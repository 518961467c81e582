package org.ganvas.engine.train;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.GanSpec;

/** What an update is given: real pictures, latents, labels, each a function of (seed, number of the draw). */
final class BatchLoader {

    private final GanSpec spec;
    private final Dataset data;
    private final long seed;
    private final BatchSampler sampler;
    private float[] pixels = new float[0];

    BatchLoader(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.data = data;
        this.seed = seed;
        sampler = new BatchSampler(seed, data.size());
    }

    /**
     * A batch for D.
     *
     * @param pictures [batch, channels height width]
     * @param labels one a picture
     */
    record Real(Tensor pictures, int[] labels) {}

    /**
     * What G makes a batch from.
     *
     * @param latents row after row
     * @param labels one a row
     */
    record Source(float[] latents, int[] labels) {}

    /** The pictures of a draw, counted from 1. */
    Real real(long draw) {
        int size = spec.image().size();
        int[] labels = new int[spec.training().batch()];
        int[] indices = sampler.indices(draw - 1, labels.length);
        if (pixels.length != labels.length * size) {
            pixels = new float[labels.length * size];
        }
        for (int i = 0; i < labels.length; i++) {
            data.copyImage(indices[i], pixels, i * size);
            // Codes are not the classes of the data.
            labels[i] = spec.conditioning().usesLabels() ? data.label(indices[i]) : 0;
        }
        return new Real(Tensor.of(pixels, labels.length, size), labels);
    }

    /** The latents and labels of a draw, counted from 1. */
    Source source(long draw) {
        int batch = spec.training().batch();
        float[] latents = new float[batch * spec.latentDim()];
        new RandomStream(seed, Purpose.TRAINING_LATENT, draw).fillGaussian(latents, 1);
        int[] labels = new int[batch];
        if (spec.conditional()) {
            RandomStream random = new RandomStream(seed, Purpose.TRAINING_LABEL, draw);
            for (int i = 0; i < batch; i++) {
                labels[i] = random.nextInt(spec.classes());
            }
        }
        return new Source(latents, labels);
    }
}
