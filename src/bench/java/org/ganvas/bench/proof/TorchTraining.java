package org.ganvas.bench.proof;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ganvas.data.Dataset;
import org.ganvas.data.TranslationInputs;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/**
 * Training of an exported script by PyTorch, from the engine's initial weights of a seed, on one thread. Used by one
 * thread.
 *
 * @param name of the run
 * @param spec of the run
 * @param data that it trains on
 * @param seed of the initial weights
 * @param folder receives the script, its data and what a driver writes
 */
record TorchTraining(String name, GanSpec spec, Dataset data, long seed, Path folder) {

    private static final String SHARED = "exported.py";

    /** The project before its first step. */
    Path start() {
        return folder.resolve("start.ganvas");
    }

    /**
     * Exports the run before its first step with its data, and runs a driver on it in the folder.
     *
     * @param python an interpreter that has torch and numpy
     * @param driver name of a resource beside {@code exported.py}, which is given the script and the other arguments
     * @throws IOException if the driver fails; what it printed is in {@code log.txt}
     */
    void run(String python, String driver, Object... arguments) throws Exception {
        Files.createDirectories(folder);
        RunRequest request = new RunRequest(name, spec, data.id(), seed);
        RunInfo info = new RunInfo(1, request, data.name(), data.size(), data.classNames());
        try (Trainer trainer = Trainer.of(spec, data, seed)) {
            RunCapture capture = new RunCapture(info, trainer.capture(), 0, new ScalarLog());
            new ProjectStore().save(capture, start());
            PyTorchScriptExport.save(capture, folder.resolve("gan.py"));
        }
        writeData();
        copy(SHARED);
        copy(driver);
        List<String> command = new ArrayList<>(List.of(python, driver, "gan.py"));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().put("OMP_NUM_THREADS", "1");
        process.environment().put("OPENBLAS_NUM_THREADS", "1");
        Path log = folder.resolve("log.txt");
        int status = process.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("PyTorch did not train '" + name + "'; see " + log);
        }
    }

    private void copy(String resource) throws IOException {
        try (InputStream in = TorchTraining.class.getResourceAsStream("/torch/" + resource)) {
            Files.copy(
                    Objects.requireNonNull(in, resource), folder.resolve(resource), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The training set as IDX: images, their labels, and what a translation is given where the data brings it. */
    private void writeData() throws IOException {
        writeImages(data, "images");
        try (DataOutputStream labels = stream("labels")) {
            labels.writeInt(0x801);
            labels.writeInt(data.size());
            for (int i = 0; i < data.size(); i++) {
                labels.writeByte(data.label(i));
            }
        }
        TranslationInputs inputs = data.inputs().orElse(null);
        if (inputs != null) {
            writeImages(inputs.images(), "given");
        }
    }

    private void writeImages(Dataset images, String file) throws IOException {
        try (DataOutputStream out = stream(file)) {
            out.writeInt(0x804);
            out.writeInt(images.size());
            out.writeInt(images.shape().channels());
            out.writeInt(images.shape().height());
            out.writeInt(images.shape().width());
            float[] image = new float[images.shape().size()];
            for (int i = 0; i < images.size(); i++) {
                images.copyImage(i, image, 0);
                for (float shade : image) {
                    out.writeByte(Math.round((shade + 1) * 127.5f));
                }
            }
        }
    }

    private DataOutputStream stream(String file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(file))));
    }
}
