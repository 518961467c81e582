package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's figures for the rows of the MNIST table by Ganvas' classifier: computed where PyTorch is installed, else
 * those of {@code torch/mnist-table.csv}.
 */
final class TorchTable {

    private static final String STORED = "/torch/mnist-table.csv";

    private final @Nullable String python;
    private final Map<String, ClassifierScores> kept = new HashMap<>();

    /**
     * Reads the stored figures.
     *
     * @param python an interpreter with torch; null to use only the stored figures
     */
    TorchTable(@Nullable String python) throws IOException {
        this.python = python;
        try (InputStream in = Objects.requireNonNull(TorchTable.class.getResourceAsStream(STORED), STORED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::store);
        }
    }

    private void store(String line) {
        int end = line.indexOf(';', line.indexOf(';') + 1);
        kept.put(line.substring(0, end), ClassifierScores.parse(line.substring(end + 1)));
    }

    private static String key(MnistTableRow row, long seed) {
        return String.format(Locale.ROOT, "%s%s;%d", row.name(), seed == 1 ? "" : " seed " + seed, row.steps());
    }

    /** Figures of a row; empty where PyTorch has not run it. */
    Optional<ClassifierScores> of(MnistTableRow row, long seed, Dataset data, Path folder) throws Exception {
        if (python == null || row.spec().loss().encodes()) {
            return Optional.ofNullable(kept.get(key(row, seed)));
        }
        TorchRun run = TorchRun.of(python, row, seed, data, folder);
        ClassifierScores scores = ClassifierScores.of(run.metrics(true), run.metrics(false));
        printLine("PyTorch: %s;%s", key(row, seed), scores.fields());
        return Optional.of(scores);
    }
}
