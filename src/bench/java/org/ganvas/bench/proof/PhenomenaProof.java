package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.util.List;
import java.util.StringJoiner;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.train.GeneratorGradients;

/** Proof that the presets of failure modes fail, and their cures work, on every seed, with the figure of each. */
final class PhenomenaProof {

    private static final String RING = "builtin:ring";

    private final int seeds;

    PhenomenaProof(int seeds) {
        this.seeds = seeds;
    }

    /** Phenomenon and its proof. */
    private record Phenomenon(String name, Proof proof) {}

    /** Trains and prints the figure. */
    private interface Proof {
        void print() throws Exception;
    }

    /** Phenomena whose name contains one of the words; all without words. */
    void print(List<String> only) throws Exception {
        List<Phenomenon> phenomena = List.of(
                new Phenomenon("collapse", this::collapse),
                new Phenomenon("vanishing", this::vanishing),
                new Phenomenon("strong-d", this::strongDiscriminator),
                new Phenomenon("oscillation", this::oscillation),
                new Phenomenon("clipping", this::clipping));
        for (Phenomenon phenomenon : phenomena) {
            if (only.isEmpty() || only.stream().anyMatch(phenomenon.name()::contains)) {
                phenomenon.proof().print();
            }
        }
    }

    private void collapse() throws Exception {
        for (String id : List.of("collapse", "collapse-cured")) {
            printLine("%n%s: modes of 8 at steps 500, 1000, ... 3000, and the losses at the end", id);
            printLine("  PyTorch: 0 to 2 modes each time, L_D 1.35-1.40, L_G 0.69-0.76; cured by packs of two: 8 modes"
                    + " at the end, 39-76 %%");
            for (int seed = 1; seed <= seeds; seed++) {
                try (PointRun run = new PointRun(PresetRegistry.get(id).spec(), RING, seed)) {
                    StringJoiner modes = new StringJoiner(" ");
                    for (int i = 0; i < 6; i++) {
                        modes.add(PointRun.text(run.steps(500).coverage(false)));
                    }
                    printLine(
                            "  seed %d: %-44s L_D %.3f  L_G %.3f",
                            seed,
                            modes,
                            run.last().discriminatorLoss(),
                            run.last().generatorLoss());
                }
            }
        }
    }

    private void vanishing() throws Exception {
        printLine("%nvanishing gradient: G frozen, only D learns (ring, rates 2e-3); length of G's gradient");
        printLine("  PyTorch after 2,000: 3.7e-4, 13.4, 180");
        printLine("  %-5s %8s %12s %12s %12s", "seed", "D steps", "minimax", "non-sat.", "least sq.");
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        GanSpec ring = PresetRegistry.get("ring").spec();
        GanSpec frozen = ring.withTraining(new TrainingSpec(128, adam, adam, 0).withUpdates(1, 0));
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(frozen, RING, seed)) {
                int done = 0;
                for (int until : new int[] {50, 200, 1000, 2000}) {
                    run.steps(until - done);
                    done = until;
                    printLine(
                            "  %-5d %8d %12.3g %12.3g %12.3g",
                            seed,
                            until,
                            GeneratorGradients.norm(run.trainer(), LossSpec.MINIMAX),
                            GeneratorGradients.norm(run.trainer(), LossSpec.NON_SATURATING),
                            GeneratorGradients.norm(run.trainer(), LossSpec.LEAST_SQUARES));
                }
            }
        }
    }

    private void strongDiscriminator() throws Exception {
        for (String id : List.of("vanishing", "strong-d")) {
            printLine("%n%s: 20 updates of D a step, 1,000 steps: modes of 8", id);
            printLine("  PyTorch: 1-3 modes with minimax (vanishing), 8 modes and 41-42 %% with WGAN-GP (strong-d)");
            for (int seed = 1; seed <= seeds; seed++) {
                try (PointRun run = new PointRun(PresetRegistry.get(id).spec(), RING, seed)) {
                    printLine("  seed %d: %s", seed, PointRun.text(run.steps(1000).coverage(false)));
                }
            }
        }
    }

    private void oscillation() throws Exception {
        printLine("%noscillation: modes of 8 every 500 steps, and the range of both losses");
        printLine("  PyTorch without momentum: 6 2 0 1 1 0 0 and the like, L_D 0.06 to 2.4, L_G 0.6 to 7.5");
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(PresetRegistry.get("oscillation").spec(), RING, seed)) {
                StringJoiner modes = new StringJoiner(" ");
                double[] range = {9, -9, 9, -9};
                for (int i = 1; i <= 3500; i++) {
                    run.steps(1);
                    if (i > 500) {
                        range[0] = Math.min(range[0], run.last().discriminatorLoss());
                        range[1] = Math.max(range[1], run.last().discriminatorLoss());
                        range[2] = Math.min(range[2], run.last().generatorLoss());
                        range[3] = Math.max(range[3], run.last().generatorLoss());
                    }
                    if (i % 500 == 0) {
                        modes.add(Integer.toString(run.coverage(false).captured()));
                    }
                }
                printLine(
                        "  seed %d: %s   L_D %.2f to %.2f, L_G %.2f to %.2f",
                        seed, modes, range[0], range[1], range[2], range[3]);
            }
        }
    }

    private void clipping() throws Exception {
        printLine("%nclipping at 0.01: share of D's weights within 5 %% of a limit after 1,500 steps, and the critic's"
                + " estimate");
        printLine("  an even spread would have 5 %%; PyTorch: estimate 0.0000, 10 %% of high quality");
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(PresetRegistry.get("clipping").spec(), RING, seed)) {
                run.steps(1500);
                printLine(
                        "  seed %d: %.0f %% at the limits, E D(x) - E D(G(z)) = %.5f, %s",
                        seed,
                        100 * atLimits(run, 0.01f),
                        -run.last().discriminatorLoss(),
                        PointRun.text(run.coverage(false)));
            }
        }
    }

    private static double atLimits(PointRun run, float limit) {
        long all = 0;
        long near = 0;
        for (NamedArray array : run.trainer().capture().arrays()) {
            if (array.name().startsWith("discriminator/")
                    && array.name().endsWith("dense/weight")
                    && !array.name().contains("rmsprop")) {
                for (float value : array.values()) {
                    all++;
                    near += Math.abs(value) > 0.95f * limit ? 1 : 0;
                }
            }
        }
        return (double) near / all;
    }
}
