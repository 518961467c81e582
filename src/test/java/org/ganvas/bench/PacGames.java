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
 * The games of the tables, on the networks of the presets ring and grid, with rates that fall to a twentieth in the second
 * half, because the clusters are so narrow; averaged weights are counted. On the grid the packed D sees four numbers
 * instead of two and stays at chance for thousands of steps where it learns once a step, so that there both it and the
 * plain D learn twice, at twice G's rate.
 */
final class PacGames {

    private static final double FINAL_SHARE = 0.05;
    private static final int BATCH = 128;
    private static final int CRITIC_UPDATES = 5;

    private final boolean wide;
    private final int steps;

    private PacGames(boolean wide, int steps) {
        this.wide = wide;
        this.steps = steps;
    }

    /**
     * By name.
     *
     * @param set ring or grid
     * @param steps after which rates have fallen; a third of it for the critic, which has five updates a step
     */
    static Map<String, GanSpec> of(String set, int steps) {
        return new PacGames(set.equals("grid"), steps).games();
    }

    private Map<String, GanSpec> games() {
        GanSpec nets = Presets.get(wide ? "grid" : "ring").spec();
        // The grid is four times as wide, which penalties on slopes have to follow.
        double scale = wide ? 4 : 1;
        Map<String, GanSpec> games = new LinkedHashMap<>();
        games.put("GAN", MnistRow.with(nets, LossSpec.NON_SATURATING, List.of(), plain(1)));
        games.put(
                "PacGAN-2",
                MnistRow.with(nets, LossSpec.NON_SATURATING, List.of(new Regularizer.Packing(2)), plain(wide ? 2 : 1)));
        games.put("R3GAN", relativistic(nets));
        games.put(
                "WGAN-GP",
                MnistRow.with(
                        nets,
                        LossSpec.WASSERSTEIN,
                        List.of(new GradientPenalty(Where.BETWEEN, 0.1 * scale, 1, 1)),
                        training(1, OptimizerSpec.adam(1e-3, 0, 0.9), CRITIC_UPDATES, steps / 3)));
        return games;
    }

    private GanSpec relativistic(GanSpec nets) {
        double weight = 0.05;
        return MnistRow.with(
                nets,
                LossSpec.RELATIVISTIC,
                List.of(
                        new GradientPenalty(Where.REAL, weight, 0, 1),
                        new GradientPenalty(Where.GENERATED, weight, 0, 1)),
                training(1, OptimizerSpec.adam(2e-3, 0, 0.99), 1, steps));
    }

    /** @param packs how many times 128 pictures, so that D sees as many packs as it would see pictures */
    private TrainingSpec plain(int packs) {
        OptimizerSpec d = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        return wide
                ? new TrainingSpec(packs * BATCH, OptimizerSpec.adam(1e-3, 0.5, 0.999), d, 0.999, 2, 1, falling(steps))
                : training(packs, d, 1, steps);
    }

    private static TrainingSpec training(int packs, OptimizerSpec optimizer, int critic, int until) {
        return new TrainingSpec(packs * BATCH, optimizer, optimizer, 0.999, critic, 1, falling(until));
    }

    private static RateSchedule falling(int until) {
        return new RateSchedule(0, until / 2, until, FINAL_SHARE);
    }
}
