package org.ganvas.bench;

import static org.ganvas.bench.MeasuredRun.value;
import static org.ganvas.bench.Prove.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetPart;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.run.StepScores;

/**
 * Unconditional and conditional GANs on 10,000 digits of MNIST, row by row at the iterations that PyTorch took in one and
 * three minutes of a slow core, its figures beside ours. Its classifier had another floor, so that only multiples of the
 * floor compare; where a run has averaged weights, the better of raw and averaged counts, there as here.
 */
final class MnistTable {

    /** Of PyTorch's classifier, real digits against real ones. */
    private static final double THEIR_FLOOR = 2.4;

    private static final int DIGITS = 10_000;

    private final boolean longer;
    private final List<String> rows = new ArrayList<>();

    MnistTable(boolean longer) {
        this.longer = longer;
    }

    /** Rows whose name holds one of the words; all without words. */
    void print(List<String> only) throws Exception {
        Dataset data = DatasetPart.shuffled(MeasuredRun.data(), 1).range(0, DIGITS);
        Path folder = MeasuredRun.folder();
        for (MnistRow row : MnistRow.all()) {
            boolean wanted = only.isEmpty() || only.stream().anyMatch(row.name()::contains);
            if (wanted && (longer || !row.longer())) {
                run(row, data, folder);
            }
        }
        say("%n| row | steps | seconds | CFD raw / averaged (floor) | in floors | theirs | score | theirs | sure |"
                + " theirs |");
        say("|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach(row -> say("%s", row));
    }

    private void run(MnistRow row, Dataset data, Path folder) throws Exception {
        if (row.spec().loss().encodes()) {
            bound(row, data);
        }
        String file = row.name().replaceAll("[^a-zA-Z0-9]+", "-");
        MeasuredRun run = MeasuredRun.of(file, row.spec(), data, row.steps(), folder);
        JsonNode raw = run.metrics(true);
        JsonNode averaged = run.metrics(false);
        double ofRaw = value(raw, "classifier_frechet", "value");
        double ofAverage = value(averaged, "classifier_frechet", "value");
        JsonNode better = ofRaw < ofAverage ? raw : averaged;
        double floor = value(better, "classifier_frechet", "floor");
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.1f / %.1f (%.2f) | %.0f | %.0f | %.1f | %.1f | %.2f | %.2f |",
                row.name(),
                row.steps(),
                run.seconds(),
                ofRaw,
                ofAverage,
                floor,
                Math.min(ofRaw, ofAverage) / floor,
                row.frechet() / THEIR_FLOOR,
                value(better, "classifier_score", "value"),
                row.score(),
                value(better, "sure", "value"),
                row.sure()));
        say("%s", rows.get(rows.size() - 1));
    }

    /** Of an autoencoder, what its loss says of digits it has seen, over the last hundred of 4,000 steps. */
    private static void bound(MnistRow row, Dataset data) {
        double sum = 0;
        try (Trainer trainer = Trainer.of(row.spec(), data, 1)) {
            for (int step = 1; step <= 4000; step++) {
                StepScores scores = StepScores.of(trainer.step());
                sum += step > 3900 ? Objects.requireNonNull(scores.evidence()).negativeBound() : 0;
            }
        }
        say(
                "%s: -ELBO %.1f nats after 4,000 steps (wanted: below 115; PyTorch 112.9 after 2,000)",
                row.name(), sum / 100);
    }
}
