package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.EvaluatedRun.value;
import static org.ganvas.bench.proof.ProofRunner.printLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.preset.PresetRegistry;

/**
 * Evaluation of conditional presets on digits beside the same networks in PyTorch: the share of samples that an
 * independent classifier assigns to the requested class, and the variety within classes.
 */
final class DigitsProof {

    static final List<String> USUAL = List.of("cgan:10000", "minute:6000", "acgan:10000", "projection:6000");

    private static final int STEPS = 6000;

    /**
     * Measured with PyTorch on 10,000 digits of MNIST, 10,000 samples and another classifier of this shape, whose floor
     * was 2.4: only the multiple of the floor compares.
     */
    private static final Map<String, String> REFERENCE = Map.of(
            "minute", "19 at 6,000 steps (7.9 floors), right class 98.9 %",
            "projection", "3.6 at 5,496 steps of a constant rate (1.5 floors), right class 98.9 %",
            "mlp-bn", "103 at 6,736 steps (43 floors)",
            "dcgan-light", "121 at 3,074 steps (50 floors)");

    private final int seeds;

    /** @param seeds of weights and batches for every preset */
    DigitsProof(int seeds) {
        this.seeds = seeds;
    }

    void print(List<String> wishes) throws Exception {
        Dataset data = EvaluatedRun.data();
        Path folder = EvaluatedRun.folder();
        List<String> rows = new ArrayList<>();
        for (String wish : wishes) {
            String[] parts = wish.split(":");
            int steps = parts.length > 1 ? Integer.parseInt(parts[1]) : STEPS;
            for (int seed = 1; seed <= seeds; seed++) {
                EvaluatedRun run = EvaluatedRun.of(parts[0], PresetRegistry.get(parts[0]).spec(), data, steps, seed, folder);
                rows.add(row(parts[0], seed, steps, run.seconds(), run.metrics(false)));
                printLine("%s", rows.get(rows.size() - 1));
            }
        }
        printLine("%n| preset | seed | steps | seconds | CFD | floor | floors | score (real) | right class %% (real) |"
                + " spread | missing | precision | coverage | elsewhere |");
        printLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach(row -> printLine("%s", row));
    }

    private static String row(String preset, int seed, int steps, double seconds, JsonNode metrics) {
        double frechet = value(metrics, "classifier_frechet", "value");
        double floor = value(metrics, "classifier_frechet", "floor");
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %,d | %.0f | %.1f | %.2f | %.1f | %.2f (%.2f) | %.1f (%.1f) | %.2f | %.0f | %.3f | %.3f"
                        + " | %s |",
                preset,
                seed,
                steps,
                seconds,
                frechet,
                floor,
                frechet / floor,
                value(metrics, "classifier_score", "value"),
                value(metrics, "classifier_score", "floor"),
                100 * value(metrics, "right_class", "value"),
                100 * value(metrics, "right_class", "floor"),
                value(metrics, "class_spread", "value"),
                value(metrics, "classes_missing", "value"),
                value(metrics, "precision", "value"),
                value(metrics, "coverage", "value"),
                REFERENCE.getOrDefault(preset, ""));
    }
}
