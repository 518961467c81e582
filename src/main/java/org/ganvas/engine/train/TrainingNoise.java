package org.ganvas.engine.train;

import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;

/** What a step draws at random, as functions of (seed, step). */
final class TrainingNoise {

    private TrainingNoise() {}

    static float[] latents(long seed, long step, int batch, int dimension) {
        float[] latents = new float[batch * dimension];
        new RandomStream(seed, Purpose.TRAINING_LATENT, step).fillGaussian(latents, 1);
        return latents;
    }

    static int[] labels(long seed, long step, int batch, GanSpec spec) {
        int[] labels = new int[batch];
        if (spec.conditional()) {
            RandomStream random = new RandomStream(seed, Purpose.TRAINING_LABEL, step);
            for (int i = 0; i < batch; i++) {
                labels[i] = random.nextInt(spec.classes());
            }
        }
        return labels;
    }
}
