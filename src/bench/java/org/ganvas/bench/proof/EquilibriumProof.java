package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/**
 * Proof that every loss converges to its theoretical constant on the ring with all modes found; the modes are checked
 * because the losses of a D that is too weak converge there as well.
 */
final class EquilibriumProof {

    static final int STEPS = 6000;

    private static final int AVERAGED = 500;

    private final int seeds;
    private final int steps;

    EquilibriumProof(int seeds, int steps) {
        this.seeds = seeds;
        this.steps = steps;
    }

    /** Losses whose name contains one of the words; all without words. */
    void print(List<String> only) throws Exception {
        printLine(
                "%nEquilibrium on the ring of 8: mean losses of %d steps after %,d, against the closed form",
                AVERAGED, steps);
        printLine(
                "  %-24s %-4s %9s %9s %7s   %9s %9s %7s   %s",
                "loss", "seed", "L_D", "closed", "off", "L_G", "closed", "off", "modes");
        for (GanSpec spec : games()) {
            String name = spec.loss().name().toLowerCase(Locale.ROOT);
            if (!only.isEmpty() && only.stream().noneMatch(name::contains)) {
                continue;
            }
            for (int seed = 1; seed <= seeds; seed++) {
                print(spec, seed);
            }
        }
    }

    private void print(GanSpec spec, int seed) throws Exception {
        try (PointRun run = new PointRun(spec, "builtin:ring", seed)) {
            double[] mean = run.steps(steps).meanLosses(AVERAGED);
            double d = spec.loss().discriminatorEquilibrium();
            double g = spec.loss().generatorEquilibrium();
            printLine(
                    "  %-24s %-4d %9.4f %9.4f %7s   %9.4f %9.4f %7s   %s",
                    spec.loss(),
                    seed,
                    mean[0],
                    d,
                    off(mean[0], d),
                    mean[1],
                    g,
                    off(mean[1], g),
                    PointRun.text(run.coverage(false)));
        }
    }

    private static String off(double got, double wanted) {
        if (Double.isNaN(wanted)) {
            return "any";
        }
        return wanted == 0
                ? String.format(Locale.ROOT, "%+.4f", got)
                : String.format(Locale.ROOT, "%+.1f %%", 100 * (got - wanted) / Math.abs(wanted));
    }

    private List<GanSpec> games() {
        List<GanSpec> games = new ArrayList<>();
        GanSpec ring = PresetRegistry.get("ring").spec();
        for (LossSpec loss : List.of(LossSpec.NON_SATURATING, LossSpec.MINIMAX)) {
            games.add(MnistTableRow.with(ring, loss, List.of(), ring.training()));
        }
        games.add(leastSquares(ring));
        games.add(pearson(ring));
        games.add(PresetRegistry.get("ring-hinge-sn").spec());
        games.add(PresetRegistry.get("ring-r3gan").spec());
        games.add(PresetRegistry.get("ring-wgan-gp").spec());
        return games;
    }

    /** Weak R1 penalty, without which D stays a few percent ahead of G. */
    private static GanSpec leastSquares(GanSpec ring) {
        return MnistTableRow.with(
                ring,
                LossSpec.LEAST_SQUARES,
                List.of(new Regularizer.GradientPenalty(Where.REAL, 0.02, 0, 1)),
                ring.training());
    }

    /**
     * With targets -1, 1 and 0 the gradient of G vanishes with its logits at the equilibrium. So this setup has no
     * momentum, which would carry G out of clusters without a gradient back, has R1, and rates that fall to 1 % over
     * the whole run.
     */
    private GanSpec pearson(GanSpec ring) {
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0, 0.99);
        return MnistTableRow.with(
                ring,
                LossSpec.LEAST_SQUARES_PEARSON,
                List.of(new Regularizer.GradientPenalty(Where.REAL, 0.2, 0, 1)),
                new TrainingSpec(128, adam, adam, 0.999, 1, 1, new LearningRateSchedule(0, 1, steps, 0.01)));
    }
}
