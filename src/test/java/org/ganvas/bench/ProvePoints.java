package org.ganvas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.spec.OptimizerSpec;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.train.GeneratorGradients;
import org.ganvas.metrics.ModeCoverage;

/**
 * Proves on points of the plane that the zoo does what the papers say, seed after seed. Arguments: which proofs, of
 * {@code equilibria}, {@code variants}, {@code phenomena}, {@code tables}; without any, all but the last, which takes
 * hours. {@code --seeds N} and {@code --steps N} change how much.
 */
public final class ProvePoints {

    private static final String RING = "builtin:ring";

    private final int seeds;
    private final int steps;

    private ProvePoints(int seeds, int steps) {
        this.seeds = seeds;
        this.steps = steps;
    }

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        int seeds = number(words, "--seeds", 0);
        int steps = number(words, "--steps", 0);
        Engine.useThreads(1);
        Engine.start();
        ProvePoints all = new ProvePoints(seeds, steps);
        if (words.isEmpty() || words.contains("equilibria")) {
            all.equilibria();
        }
        if (words.isEmpty() || words.contains("phenomena")) {
            all.collapse();
            all.vanishing();
            all.strongDiscriminator();
            all.oscillation();
            all.clipping();
        }
        if (words.isEmpty() || words.contains("variants")) {
            all.variants();
        }
        if (words.contains("tables")) {
            new PacTables(seeds == 0 ? 10 : seeds, steps == 0 ? 15_000 : steps).print();
        }
        System.exit(0);
    }

    private static int number(List<String> words, String name, int usual) {
        int at = words.indexOf(name);
        if (at < 0) {
            return usual;
        }
        words.remove(at);
        return Integer.parseInt(words.remove(at));
    }

    private int seeds(int usual) {
        return seeds == 0 ? usual : seeds;
    }

    private int steps(int usual) {
        return steps == 0 ? usual : steps;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    // ---- Losses settle at their constants ----

    private void equilibria() throws Exception {
        int count = steps(6000);
        say("%nEquilibrium on the ring of 8: mean losses of 500 steps after %,d, against the closed form", count);
        say("  %-24s %-4s %9s %9s %7s   %9s %9s %7s", "loss", "seed", "L_D", "closed", "off", "L_G", "closed", "off");
        for (GanSpec spec : equilibriumGames()) {
            for (int seed = 1; seed <= seeds(3); seed++) {
                try (PointRun run = new PointRun(spec, RING, seed)) {
                    double[] mean = run.steps(count).meanLosses(500);
                    double d = spec.loss().discriminatorEquilibrium();
                    double g = spec.loss().generatorEquilibrium();
                    say(
                            "  %-24s %-4d %9.4f %9.4f %7s   %9.4f %9.4f %7s",
                            spec.loss(), seed, mean[0], d, off(mean[0], d), mean[1], g, off(mean[1], g));
                }
            }
        }
    }

    private static String off(double got, double wanted) {
        return wanted == 0
                ? String.format(Locale.ROOT, "%+.4f", got)
                : String.format(Locale.ROOT, "%+.1f %%", 100 * (got - wanted) / Math.abs(wanted));
    }

    private static List<GanSpec> equilibriumGames() {
        List<GanSpec> games = new ArrayList<>();
        GanSpec ring = Presets.get("ring").spec();
        for (LossSpec loss : List.of(
                LossSpec.NON_SATURATING, LossSpec.MINIMAX, LossSpec.LEAST_SQUARES, LossSpec.LEAST_SQUARES_PEARSON)) {
            games.add(with(ring, loss, ring.regularizers(), ring.training()));
        }
        games.add(Presets.get("ring-hinge-sn").spec());
        games.add(Presets.get("ring-r3gan").spec());
        games.add(Presets.get("ring-wgan-gp").spec());
        return games;
    }

    static GanSpec with(GanSpec spec, LossSpec loss, List<Regularizer> regularizers, TrainingSpec training) {
        return new GanSpec(
                spec.latentDim(),
                spec.image(),
                spec.classes(),
                spec.conditioning(),
                spec.codes(),
                spec.generator(),
                spec.discriminator(),
                loss,
                regularizers,
                training);
    }

    // ---- The ring, variant by variant ----

    private void variants() throws Exception {
        int count = steps(6000);
        say("%nRing of 8 (sigma 0.05) after %,d steps; a perfect generator has 98.9 %% of high quality", count);
        for (Preset preset : Presets.all()) {
            if (preset.id().startsWith("ring")) {
                StringJoiner seen = new StringJoiner(", ");
                for (int seed = 1; seed <= seeds(3); seed++) {
                    try (PointRun run = new PointRun(preset.spec(), RING, seed)) {
                        int some = preset.spec().training().discriminatorSteps() > 1 ? count / 3 : count;
                        run.steps(some);
                        seen.add(text(run.coverage(false)) + " (average " + text(run.coverage(true)) + ")");
                    }
                }
                say("  %-14s %s", preset.id(), seen);
            }
        }
    }

    static String text(ModeCoverage coverage) {
        return String.format(Locale.ROOT, "%d/%.0f%%", coverage.captured(), 100 * coverage.highQualityShare());
    }

    // ---- What goes wrong ----

    private void collapse() throws Exception {
        for (String id : List.of("collapse", "collapse-cured")) {
            say("%n%s: modes of 8 at steps 500, 1000, ... 3000, and the losses at the end", id);
            for (int seed = 1; seed <= seeds(5); seed++) {
                try (PointRun run = new PointRun(Presets.get(id).spec(), RING, seed)) {
                    StringJoiner modes = new StringJoiner(" ");
                    for (int i = 0; i < 6; i++) {
                        modes.add(text(run.steps(500).coverage(false)));
                    }
                    say(
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
        say("%nvanishing gradient: G frozen, only D learns (ring, rates 2e-3); length of G's gradient");
        say("  %-5s %8s %12s %12s %12s", "seed", "D steps", "minimax", "non-sat.", "least sq.");
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0.5, 0.999);
        GanSpec ring = Presets.get("ring").spec();
        GanSpec frozen = ring.withTraining(new TrainingSpec(128, adam, adam, 0).withUpdates(1, 0));
        for (int seed = 1; seed <= seeds(5); seed++) {
            try (PointRun run = new PointRun(frozen, RING, seed)) {
                int done = 0;
                for (int until : new int[] {50, 200, 1000, 2000}) {
                    run.steps(until - done);
                    done = until;
                    say(
                            "  %-5d %8d %12.3g %12.3g %12.3g",
                            seed,
                            until,
                            GeneratorGradients.length(run.trainer(), LossSpec.MINIMAX),
                            GeneratorGradients.length(run.trainer(), LossSpec.NON_SATURATING),
                            GeneratorGradients.length(run.trainer(), LossSpec.LEAST_SQUARES));
                }
            }
        }
    }

    private void strongDiscriminator() throws Exception {
        for (String id : List.of("vanishing", "strong-d")) {
            say("%n%s: 20 updates of D a step, 1,000 steps: modes of 8", id);
            for (int seed = 1; seed <= seeds(5); seed++) {
                try (PointRun run = new PointRun(Presets.get(id).spec(), RING, seed)) {
                    say("  seed %d: %s", seed, text(run.steps(1000).coverage(false)));
                }
            }
        }
    }

    private void oscillation() throws Exception {
        say("%noscillation: modes of 8 every 500 steps, and the range of both losses");
        for (int seed = 1; seed <= seeds(5); seed++) {
            try (PointRun run = new PointRun(Presets.get("oscillation").spec(), RING, seed)) {
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
                say(
                        "  seed %d: %s   L_D %.2f to %.2f, L_G %.2f to %.2f",
                        seed, modes, range[0], range[1], range[2], range[3]);
            }
        }
    }

    private void clipping() throws Exception {
        say(
                "%nclipping at 0.01: share of D's weights within 5 %% of a limit after 1,500 steps, and the critic's estimate");
        for (int seed = 1; seed <= seeds(5); seed++) {
            try (PointRun run = new PointRun(Presets.get("clipping").spec(), RING, seed)) {
                run.steps(1500);
                say(
                        "  seed %d: %.0f %% at the limits, E D(x) - E D(G(z)) = %.5f, %s",
                        seed, 100 * atLimits(run, 0.01f), -run.last().discriminatorLoss(), text(run.coverage(false)));
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
