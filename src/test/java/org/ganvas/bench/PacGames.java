package org.ganvas.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.spec.OptimizerSpec;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.spec.RateSchedule;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.Regularizer.Where;
import org.ganvas.engine.spec.TrainingSpec;

/**
 * The games of the tables, all with the networks of the ring preset, batches of 128 and rates that fall to a twentieth in
 * the second half, because the clusters are so narrow; averaged weights are counted.
 */
final class PacGames {

    private static final double FINAL_SHARE = 0.05;
    private static final int CRITIC_UPDATES = 5;

    private PacGames() {}

    /**
     * By name.
     *
     * @param set ring or grid; the grid is four times as wide, which penalties on slopes have to follow
     */
    static Map<String, GanSpec> of(String set, int steps) {
        double scale = set.equals("ring") ? 1 : 4;
        GanSpec ring = Presets.get("ring").spec();
        TrainingSpec usual = training(OptimizerSpec.adam(2e-3, 0.5, 0.999), 1, steps);
        Map<String, GanSpec> games = new LinkedHashMap<>();
        games.put("GAN", MnistRow.with(ring, LossSpec.NON_SATURATING, List.of(), usual));
        games.put("PacGAN-2", MnistRow.with(ring, LossSpec.NON_SATURATING, List.of(new Regularizer.Packing(2)), usual));
        double gamma = 0.1 * scale * scale;
        games.put(
                "R3GAN",
                MnistRow.with(
                        ring,
                        LossSpec.RELATIVISTIC,
                        List.of(
                                new GradientPenalty(Where.REAL, gamma / 2, 0, 1),
                                new GradientPenalty(Where.GENERATED, gamma / 2, 0, 1)),
                        training(OptimizerSpec.adam(2e-3, 0, 0.99), 1, steps)));
        games.put(
                "WGAN-GP",
                MnistRow.with(
                        ring,
                        LossSpec.WASSERSTEIN,
                        List.of(new GradientPenalty(Where.BETWEEN, 0.1 * scale, 1, 1)),
                        training(OptimizerSpec.adam(1e-3, 0, 0.9), CRITIC_UPDATES, steps / 3)));
        return games;
    }

    private static TrainingSpec training(OptimizerSpec optimizer, int critic, int steps) {
        RateSchedule falling = new RateSchedule(0, steps / 2, steps, FINAL_SHARE);
        return new TrainingSpec(128, optimizer, optimizer, 0.999, critic, 1, falling);
    }
}
