package org.ganvas.session.explore;

import java.util.function.DoubleConsumer;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;

/** How much each latent dimension changes the image. Pure functions. */
public final class DimensionEffects {

    private static final int LATENTS = 4;

    private DimensionEffects() {}

    /**
     * Root mean square change of the image between -1 and +1 sigma of each dimension, over a few latents.
     *
     * @param progress receives the fraction done, 0 to 1
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public static double[] of(AnalyzedGenerator generator, SearchBudget budget, DoubleConsumer progress) {
        try (GeneratorProbe probe = generator.open()) {
            GanSpec spec = probe.spec();
            int width = spec.latentDim();
            double[] effects = new double[width];
            float[] bases = ExploreLatents.latents(spec, -1, LATENTS);
            float[] classes = ExploreLatents.sameClasses(spec, 2 * LATENTS);
            for (int d = 0; d < width; d++) {
                float[] moved = new float[2 * bases.length];
                System.arraycopy(bases, 0, moved, 0, bases.length);
                System.arraycopy(bases, 0, moved, bases.length, bases.length);
                for (int r = 0; r < LATENTS; r++) {
                    moved[r * width + d] = -1;
                    moved[bases.length + r * width + d] = 1;
                }
                effects[d] = ExploreLatents.rootMeanSquareDifference(probe.generateBlends(moved, classes));
                budget.throttle();
                progress.accept((d + 1.0) / width);
            }
            return effects;
        }
    }
}
