package org.ganvas.bench.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.AnomalyProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.metrics.RocArea;

/**
 * Anomalies among digits: a preset with an encoder is trained on the training images of one class alone and scores all test images;
 * those of the class should score lower than all others. Arguments: classes, else all ten, {@code --set PATH=VALUE}, and {@code --preset ID}
 * ({@code f-anogan}).
 * Data: {@code ganvas.mnist} (../shared/data/mnist), else Doodle digits; {@code prove.seconds} of the training thread's
 * processor time a class (180), {@code prove.seed}.
 */
public final class AnomalyProof {

    private static final int CLASSES = 10;
    private static final double DEFAULT_SECONDS = 180;

    private final Dataset data;
    private final Dataset test;
    private final GanSpec spec;

    private AnomalyProof(Dataset data, Dataset test, GanSpec spec) {
        this.data = data;
        this.test = test;
        this.spec = spec;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        Map<String, String> changes = new LinkedHashMap<>();
        List<Integer> classes = new ArrayList<>();
        String preset = "f-anogan";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--set")) {
                String[] parts = args[++i].split("=", 2);
                changes.put(parts[0], parts[1]);
            } else if (args[i].equals("--preset")) {
                preset = args[++i];
            } else {
                classes.add(Integer.parseInt(args[i]));
            }
        }
        Path mnist = Path.of(System.getProperty("ganvas.mnist", "../shared/data/mnist"));
        String id =
                Files.isDirectory(mnist) ? mnist.toAbsolutePath().normalize().toString() : DatasetEntry.DOODLES;
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        Dataset test = DatasetRegistry.openTest(id, ProgressListener.NONE).orElseThrow();
        GanSpec spec = SpecPathEditor.apply(PresetRegistry.get(preset).spec(), changes);
        AnomalyProof proof = new AnomalyProof(data, test, spec);
        System.out.printf(Locale.ROOT, "%s, %s, %,d test images, %s%n", preset, data.name(), test.size(), changes);
        System.out.println("| class | steps | area | pixels alone | features alone |");
        System.out.println("|---|---|---|---|---|");
        List<Integer> wanted = classes.isEmpty() ? IntStream.range(0, CLASSES).boxed().toList() : classes;
        double[] sums = new double[3];
        for (int label : wanted) {
            double[] areas = proof.prove(label);
            Arrays.setAll(sums, i -> sums[i] + areas[i] / wanted.size());
        }
        System.out.printf(Locale.ROOT, "| mean | | %.4f | %.4f | %.4f |%n", sums[0], sums[1], sums[2]);
        System.exit(0);
    }

    private double[] prove(int label) {
        Dataset normal = new DatasetSubset(data, IntStream.range(0, data.size())
                .filter(i -> data.label(i) == label)
                .toArray());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double seconds = Double.parseDouble(System.getProperty("prove.seconds", Double.toString(DEFAULT_SECONDS)));
        long seed = Long.getLong("prove.seed", 1);
        TrainerState state;
        try (GameTrainer trainer = new GameTrainer(spec, normal, seed)) {
            long start = clock.getCurrentThreadCpuTime();
            while (clock.getCurrentThreadCpuTime() - start < seconds * 1e9) {
                trainer.step();
            }
            state = trainer.capture();
        }
        AnomalyProbe.Residuals found = residuals(state);
        double[] areas = {
            area(found.scores(), label), area(found.pixelResiduals(), label), area(found.featureResiduals(), label)
        };
        System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %.4f | %.4f | %.4f |%n",
                label,
                state.step(),
                areas[0],
                areas[1],
                areas[2]);
        return areas;
    }

    private AnomalyProbe.Residuals residuals(TrainerState state) {
        int size = test.shape().size();
        float[] images = new float[test.size() * size];
        for (int i = 0; i < test.size(); i++) {
            test.copyImage(i, images, i * size);
        }
        try (AnomalyProbe probe = new AnomalyProbe(spec, state)) {
            return probe.residuals(images);
        }
    }

    private double area(double[] scores, int label) {
        return RocArea.of(
                IntStream.range(0, scores.length)
                        .filter(i -> test.label(i) == label)
                        .mapToDouble(i -> scores[i])
                        .toArray(),
                IntStream.range(0, scores.length)
                        .filter(i -> test.label(i) != label)
                        .mapToDouble(i -> scores[i])
                        .toArray());
    }
}
