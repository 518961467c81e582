package org.ganvas.bench.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganvas.data.Dataset;

/**
 * PyTorch run of the exported script, from the same initial weights as the engine; its samples are evaluated by the
 * same classifier. Samples that exist in {@code prove.out} are evaluated without training.
 *
 * @param start the project before its first step
 * @param drawn folder of the samples, with {@code raw} and {@code averaged}
 */
record TorchRun(Path start, Path drawn) {

    /** Number of samples that {@code ganvas eval} compares. */
    private static final int SAMPLES = 5000;

    /**
     * Trains.
     *
     * @param python an interpreter that has torch and numpy
     */
    static TorchRun of(String python, MnistTableRow row, long seed, Dataset data, Path folder) throws Exception {
        Path own = folder.resolve("torch").resolve(EvaluatedRun.file(row.file(), row.steps(), seed));
        TorchTraining training = new TorchTraining(row.file(), row.spec(), data, seed, own);
        if (!Files.exists(own.resolve("averaged"))) {
            training.run(python, "sampled.py", row.steps(), SAMPLES, seed);
        }
        return new TorchRun(training.start(), own);
    }

    /** Metrics of PyTorch's samples by {@code ganvas eval}. */
    JsonNode metrics(boolean raw) throws Exception {
        return EvaluatedRun.evaluated(
                start.toString(),
                "--images",
                drawn.resolve(raw ? "raw" : "averaged").toString());
    }
}
