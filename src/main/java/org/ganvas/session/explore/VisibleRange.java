package org.ganvas.session.explore;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;

/** How far to move along latent directions until images differ about as much as random ones do. Pure functions. */
final class VisibleRange {

    private static final double[] RANGES = {0.5, 1, 1.5, 2, 3, 4, 6};

    /** Share of the difference between random images that the ends of a range differ by. */
    private static final double ENOUGH = 0.8;

    private static final int BASES = 4;

    private VisibleRange() {}

    /**
     * The smallest range whose two ends differ enough along each direction on average; the largest where none does.
     *
     * @param vectors of length 1
     * @param progress receives the fraction done, 0 to 1
     */
    static double of(GeneratorProbe probe, List<float[]> vectors, SearchBudget budget, DoubleConsumer progress) {
        GanSpec spec = probe.spec();
        float[] bases = ExploreLatents.latents(spec, -1, 2 * BASES);
        float[] random = probe.generateBlends(bases, ExploreLatents.sameClasses(spec, 2 * BASES));
        double typical = ExploreLatents.rootMeanSquareDifference(random);
        budget.throttle();
        double chosen = RANGES[RANGES.length - 1];
        for (int i = 0; i < RANGES.length && !vectors.isEmpty(); i++) {
            double sum = 0;
            for (float[] vector : vectors) {
                sum += difference(probe, bases, vector, RANGES[i]);
                budget.throttle();
            }
            if (sum / vectors.size() >= ENOUGH * typical) {
                chosen = RANGES[i];
                break;
            }
            progress.accept((i + 1.0) / RANGES.length);
        }
        progress.accept(1);
        return chosen;
    }

    private static double difference(GeneratorProbe probe, float[] bases, float[] vector, double range) {
        int half = BASES * vector.length;
        float[] moved = new float[2 * half];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = bases[i % half] + (float) (i < half ? -range : range) * vector[i % vector.length];
        }
        return ExploreLatents.rootMeanSquareDifference(
                probe.generateBlends(moved, ExploreLatents.sameClasses(probe.spec(), 2 * BASES)));
    }
}
