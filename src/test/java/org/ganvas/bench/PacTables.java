package org.ganvas.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.spec.OptimizerSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.Regularizer.Where;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.metrics.ModeCoverage;

/**
 * Ring and grid in PacGAN's protocol (Lin 2018, table 1): its networks, optimizer, batch and sigma; 2,500 samples, high
 * quality within three sigma. Its 400,000 steps are a parameter here.
 */
final class PacTables {

    private static final int WIDTH = 400;
    private static final int MAXOUT = 200;
    private static final int PIECES = 5;
    private static final int BATCH = 100;

    /** What the paper found after 400,000 steps, mean of ten trials. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "ring GAN", "6.3 modes, 98.2 %, reverse KL 0.45",
            "ring PacGAN-2", "7.9 modes, 95.6 %, reverse KL 0.07",
            "grid GAN", "17.3 modes, 94.8 %, reverse KL 0.70",
            "grid PacGAN-2", "23.8 modes, 91.3 %, reverse KL 0.13");

    private final int seeds;
    private final int steps;

    PacTables(int seeds, int steps) {
        this.seeds = seeds;
        this.steps = steps;
    }

    void print() throws Exception {
        for (String set : List.of("ring", "grid")) {
            String data = set.equals("ring") ? "builtin:ring-pacgan" : "builtin:grid";
            for (Map.Entry<String, GanSpec> game : games().entrySet()) {
                row(set + " " + game.getKey(), game.getValue(), data);
            }
        }
    }

    private static Map<String, GanSpec> games() {
        OptimizerSpec theirs = OptimizerSpec.adam(1e-4, 0.8, 0.999);
        TrainingSpec training = new TrainingSpec(BATCH, theirs, theirs, 0);
        Map<String, GanSpec> games = new LinkedHashMap<>();
        games.put("GAN", game(LossSpec.NON_SATURATING, List.of(), training));
        games.put("PacGAN-2", game(LossSpec.NON_SATURATING, List.of(new Regularizer.Packing(2)), training));
        games.put(
                "R3GAN",
                game(
                        LossSpec.RELATIVISTIC,
                        List.of(
                                new Regularizer.GradientPenalty(Where.REAL, 0.05, 0, 1),
                                new Regularizer.GradientPenalty(Where.GENERATED, 0.05, 0, 1)),
                        training));
        return games;
    }

    private static GanSpec game(LossSpec loss, List<Regularizer> regularizers, TrainingSpec training) {
        List<LayerSpec> generator = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            generator.add(new LayerSpec.Dense(WIDTH));
            generator.add(new LayerSpec.BatchNorm(1e-5, 0.05));
            generator.add(new LayerSpec.Relu());
        }
        generator.add(new LayerSpec.Dense(2));
        List<LayerSpec> discriminator = List.of(
                new LayerSpec.Maxout(MAXOUT, PIECES),
                new LayerSpec.Maxout(MAXOUT, PIECES),
                new LayerSpec.Maxout(MAXOUT, PIECES),
                new LayerSpec.Dense(1));
        return new GanSpec(
                2,
                ImageShape.POINT,
                0,
                Conditioning.NONE,
                0,
                new NetworkSpec(InitSpec.DCGAN, generator),
                new NetworkSpec(InitSpec.DCGAN, discriminator),
                loss,
                regularizers,
                training);
    }

    private void row(String name, GanSpec spec, String data) throws Exception {
        double[] modes = new double[seeds];
        double[] quality = new double[seeds];
        double[] divergence = new double[seeds];
        long before = System.nanoTime();
        for (int seed = 1; seed <= seeds; seed++) {
            try (PointRun run = new PointRun(spec, data, seed)) {
                ModeCoverage coverage = run.steps(steps).coverage(false);
                modes[seed - 1] = coverage.captured();
                quality[seed - 1] = 100 * coverage.highQualityShare();
                divergence[seed - 1] = coverage.reverseKl();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-14s %,d steps, %d seeds: %s modes, %s %% of high quality, reverse KL %s  (%.0f s a run; paper, 400,000 steps: %s)%n",
                name,
                steps,
                seeds,
                mean(modes),
                mean(quality),
                mean(divergence),
                (System.nanoTime() - before) / 1e9 / seeds,
                PUBLISHED.getOrDefault(name, "-"));
    }

    /** Mean and standard error. */
    private static String mean(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double variance =
                values.length < 2 ? 0 : Math.max(0, squares - values.length * mean * mean) / (values.length - 1);
        return String.format(Locale.ROOT, "%.2f ± %.2f", mean, Math.sqrt(variance / values.length));
    }
}
