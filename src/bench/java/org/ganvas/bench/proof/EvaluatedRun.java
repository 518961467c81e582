package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.app.AppPaths;
import org.ganvas.cli.GanvasCli;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/**
 * Run on images and its metrics by {@code ganvas eval}. Projects that exist in {@code prove.out} are evaluated without
 * training.
 *
 * @param file the project
 * @param seconds of training
 */
public record EvaluatedRun(Path file, double seconds) {

    private static final int LINES = 10;

    /** Steps after which the total time is estimated. */
    private static final int ESTIMATE_AFTER = 100;

    /** Folder of the projects. */
    static Path folder() throws Exception {
        String out = System.getProperty("prove.out");
        return out == null ? Files.createTempDirectory("ganvas-prove") : Files.createDirectories(Path.of(out));
    }

    /** MNIST if present, else Doodle digits. */
    public static Dataset data() throws Exception {
        Path mnist = Path.of(System.getProperty("ganvas.mnist", "../shared/data/mnist"));
        String usual =
                Files.isDirectory(mnist) ? mnist.toAbsolutePath().normalize().toString() : DatasetEntry.DOODLES;
        return DatasetRegistry.open(System.getProperty("prove.data", usual), ProgressListener.NONE);
    }

    /** Trains, or loads the run trained before. */
    static EvaluatedRun of(String name, GanSpec spec, Dataset data, int steps, long seed, Path folder) throws Exception {
        Path file = folder.resolve(file(name, steps, seed) + ".ganvas");
        if (!Files.exists(file)) {
            train(name, spec, data, steps, seed, file);
        }
        return new EvaluatedRun(file, new ProjectStore().load(file).trainedSeconds());
    }

    /** File name of a run with a number of steps. */
    static String file(String name, int steps, long seed) {
        return name + "-" + steps + (seed == 1 ? "" : "-seed-" + seed);
    }

    private static void train(String name, GanSpec spec, Dataset data, int steps, long seed, Path file)
            throws Exception {
        long start = System.nanoTime();
        ScalarLog log = new ScalarLog();
        try (Trainer trainer = Trainer.of(spec, data, seed)) {
            for (int step = 1; step <= steps; step++) {
                StepReport scores = trainer.step();
                log.append(step, (System.nanoTime() - start) / 1e9, scores);
                if (step == ESTIMATE_AFTER) {
                    double each = (System.nanoTime() - start) / 1e9 / ESTIMATE_AFTER;
                    printLine("%s: %.3f s a step, about %.0f s in all", name, each, steps * each);
                }
                if (step % Math.max(1, steps / LINES) == 0) {
                    printLine("%s step %,d of %,d: %s", name, step, steps, scores);
                }
            }
            RunInfo info = new RunInfo(
                    1, new RunRequest(name, spec, data.id(), seed), data.name(), data.size(), data.classNames());
            double seconds = (System.nanoTime() - start) / 1e9;
            new ProjectStore().save(new RunCapture(info, trainer.capture(), seconds, log), file);
        }
    }

    /**
     * Metrics by {@code ganvas eval}.
     *
     * @param raw whether with the raw weights
     */
    JsonNode metrics(boolean raw) throws Exception {
        return raw ? evaluated(file.toString(), "--raw") : evaluated(file.toString());
    }

    /** Output of the command with these arguments. */
    static JsonNode evaluated(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> command = new ArrayList<>(List.of("eval"));
        command.addAll(List.of(arguments));
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        if (GanvasCli.run(command.toArray(String[]::new), AppPaths.cacheFolder(), printed, System.err) != 0) {
            throw new IllegalStateException(command + " could not be measured.");
        }
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).get("metrics");
    }

    /** Value of a metric; NaN where it does not apply to this run. */
    static double value(JsonNode metrics, String metric, String which) {
        JsonNode found = metrics.path(metric).path(which);
        return found.isNumber() ? found.doubleValue() : Double.NaN;
    }
}
