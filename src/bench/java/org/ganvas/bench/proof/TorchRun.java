package org.ganvas.bench.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.ganvas.data.Dataset;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

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
        TorchRun run = new TorchRun(own.resolve("start.ganvas"), own);
        if (!Files.exists(own.resolve("averaged"))) {
            Files.createDirectories(own);
            run.train(python, row, seed, data);
        }
        return run;
    }

    private void train(String python, MnistTableRow row, long seed, Dataset data) throws Exception {
        RunRequest request = new RunRequest(row.file(), row.spec(), data.id(), seed);
        RunInfo info = new RunInfo(1, request, data.name(), data.size(), data.classNames());
        try (Trainer trainer = Trainer.of(row.spec(), data, seed)) {
            RunCapture capture = new RunCapture(info, trainer.capture(), 0, new ScalarLog());
            new ProjectStore().save(capture, start);
            PyTorchScriptExport.save(capture, drawn.resolve("gan.py"));
        }
        write(data);
        try (InputStream script = TorchRun.class.getResourceAsStream("/torch/sampled.py")) {
            Files.copy(
                    Objects.requireNonNull(script), drawn.resolve("sampled.py"), StandardCopyOption.REPLACE_EXISTING);
        }
        String[] command = {
            python,
            "sampled.py",
            "gan.py",
            "images",
            "labels",
            Integer.toString(row.steps()),
            Integer.toString(SAMPLES),
            Long.toString(seed),
            drawn.toAbsolutePath().toString()
        };
        ProcessBuilder process = new ProcessBuilder(command).directory(drawn.toFile());
        process.environment().put("OMP_NUM_THREADS", "1");
        process.environment().put("OPENBLAS_NUM_THREADS", "1");
        int status = process.redirectErrorStream(true)
                .redirectOutput(drawn.resolve("log.txt").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("PyTorch did not train '" + row.name() + "'; see " + drawn.resolve("log.txt"));
        }
    }

    /** The training set as IDX. */
    private void write(Dataset data) throws IOException {
        int size = data.shape().size();
        try (DataOutputStream images = stream("images");
                DataOutputStream labels = stream("labels")) {
            images.writeInt(0x803);
            images.writeInt(data.size());
            images.writeInt(data.shape().height());
            images.writeInt(data.shape().width());
            labels.writeInt(0x801);
            labels.writeInt(data.size());
            float[] image = new float[size];
            for (int i = 0; i < data.size(); i++) {
                data.copyImage(i, image, 0);
                for (float shade : image) {
                    images.writeByte(Math.round((shade + 1) * 127.5f));
                }
                labels.writeByte(data.label(i));
            }
        }
    }

    private DataOutputStream stream(String name) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(drawn.resolve(name))));
    }

    /** Metrics of PyTorch's samples by {@code ganvas eval}. */
    JsonNode metrics(boolean raw) throws Exception {
        return EvaluatedRun.evaluated(
                start.toString(),
                "--images",
                drawn.resolve(raw ? "raw" : "averaged").toString());
    }
}
