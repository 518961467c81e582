package org.ganvas.session.explore;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.GanSpec;

/** Latents and classes from fixed random streams, and differences of their images. Pure functions. */
final class ExploreLatents {

    private ExploreLatents() {}

    /** Rows of latents from a chunk of a fixed random stream. */
    static float[] latents(GanSpec spec, int chunk, int count) {
        float[] latents = new float[count * spec.latentDim()];
        spec.game()
                .prior()
                .fill(
                        new SeededRandomStream(0, SeededRandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk),
                        latents);
        return latents;
    }

    /** Random classes as one-hot rows; empty for an unconditional generator. */
    static float[] classes(GanSpec spec, int chunk, int count) {
        if (!spec.conditional()) {
            return new float[0];
        }
        float[] weights = new float[count * spec.classes()];
        SeededRandomStream random =
                new SeededRandomStream(1, SeededRandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk);
        for (int r = 0; r < count; r++) {
            weights[r * spec.classes() + random.nextInt(spec.classes())] = 1;
        }
        return weights;
    }

    /** Random classes of which the second half repeats the first. */
    static float[] sameClasses(GanSpec spec, int count) {
        float[] weights = classes(spec, -1, count);
        System.arraycopy(weights, 0, weights, weights.length / 2, weights.length / 2);
        return weights;
    }

    /** Root mean square difference of the images in the first and in the second half. */
    static double rootMeanSquareDifference(float[] images) {
        int half = images.length / 2;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            double difference = images[i] - images[half + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / half);
    }
}
