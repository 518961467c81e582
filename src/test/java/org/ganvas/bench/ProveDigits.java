package org.ganvas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.app.AppPaths;
import org.ganvas.cli.GanvasCli;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.engine.train.StepReport;
import org.ganvas.project.ProjectFile;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;

/**
 * Trains presets on digits and measures what came of it with {@code ganvas eval}, beside what the same networks reached
 * elsewhere. Arguments: presets, each with its steps behind a colon (cgan:6000 minute:6000 acgan:6000 c16:6000). Data:
 * {@code ganvas.mnist} (../shared/data/mnist), else Doodle digits; {@code prove.data} for any other. Projects already in
 * {@code prove.out} are measured as they are. All three are system properties: {@code -Djvm.flags="-Dprove.out=DIR"}.
 */
public final class ProveDigits {

    private static final int STEPS = 6000;
    private static final int LINES = 20;

    /**
     * Measured with PyTorch on 10,000 digits of MNIST, 10,000 samples and another classifier of this shape, whose floor
     * was 2.4: only the multiple of the floor compares.
     */
    private static final Map<String, String> REFERENCE = Map.of(
            "minute", "19 at 6,000 steps (7.9 floors), right class 98.9 %",
            "c16", "3.6 at 5,496 steps (1.5 floors), right class 98.9 %",
            "mlp-bn", "103 at 6,736 steps (43 floors)",
            "dcgan-light", "121 at 3,074 steps (50 floors)");

    private final Dataset data;
    private final Path folder;
    private final List<String> rows = new ArrayList<>();

    private ProveDigits(Dataset data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path mnist = Path.of(System.getProperty("ganvas.mnist", "../shared/data/mnist"));
        String usual =
                Files.isDirectory(mnist) ? mnist.toAbsolutePath().normalize().toString() : Datasets.DOODLES;
        Engine.start();
        String out = System.getProperty("prove.out");
        Path folder = out == null ? Files.createTempDirectory("ganvas-prove") : Files.createDirectories(Path.of(out));
        Dataset data = Datasets.open(System.getProperty("prove.data", usual), Progress.NONE);
        ProveDigits proof = new ProveDigits(data, folder);
        for (String wish : args.length > 0 ? List.of(args) : List.of("cgan", "minute", "acgan", "c16")) {
            String[] parts = wish.split(":");
            proof.prove(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : STEPS);
        }
        proof.print();
    }

    private void prove(String preset, int steps) throws Exception {
        Path file = folder.resolve(preset + "-" + steps + ".ganvas");
        if (!Files.exists(file)) {
            train(preset, steps, file);
        }
        rows.add(row(preset, steps, ProjectFile.load(file).trainedSeconds(), measured(file)));
        System.out.println(rows.get(rows.size() - 1));
    }

    private void train(String preset, int steps, Path file) throws Exception {
        GanSpec spec = Presets.get(preset).spec();
        long start = System.nanoTime();
        try (GanTrainer trainer = new GanTrainer(spec, data, 1)) {
            train(preset, trainer, steps);
            double seconds = (System.nanoTime() - start) / 1e9;
            RunInfo info = new RunInfo(
                    1, new RunRequest(preset, spec, data.id(), 1), data.name(), data.size(), data.classNames());
            ProjectFile.save(new RunCapture(info, trainer.capture(), seconds, new MetricLog()), file);
        }
    }

    private static void train(String preset, GanTrainer trainer, int steps) {
        for (int step = 1; step <= steps; step++) {
            StepReport report = trainer.step();
            if (step % Math.max(1, steps / LINES) == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%s step %,d of %,d: D %.3f, G %.3f%n",
                        preset,
                        step,
                        steps,
                        report.discriminatorLoss(),
                        report.generatorLoss());
            }
        }
    }

    private static JsonNode measured(Path file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] command = {"eval", file.toString()};
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        if (GanvasCli.run(command, AppPaths.cacheFolder(), printed, System.err) != 0) {
            throw new IllegalStateException(file + " could not be measured.");
        }
        String json = out.toString(StandardCharsets.UTF_8);
        System.out.print(json);
        return new ObjectMapper().readTree(json);
    }

    private static String row(String preset, int steps, double seconds, JsonNode told) {
        JsonNode metrics = told.get("metrics");
        double frechet = value(metrics, "classifier_frechet", "value");
        double floor = value(metrics, "classifier_frechet", "floor");
        return String.format(
                Locale.ROOT,
                "| `%s` | %,d | %.0f | %.1f | %.2f | %.1f | %.2f (%.2f) | %.1f (%.1f) | %.2f | %.0f | %.3f | %.3f | %s"
                        + " |",
                preset,
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

    /** Not a number where a measure makes no sense for this run. */
    private static double value(JsonNode metrics, String measure, String which) {
        JsonNode found = metrics.path(measure).path(which);
        return found.isNumber() ? found.doubleValue() : Double.NaN;
    }

    private void print() {
        System.out.println(
                "| preset | steps | seconds | CFD | floor | floors | score (real) | right class % (real) | spread |"
                        + " missing | precision | coverage | elsewhere |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach(System.out::println);
    }
}
