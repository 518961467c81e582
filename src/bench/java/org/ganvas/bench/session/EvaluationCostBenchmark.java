package org.ganvas.bench.session;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ganvas.app.AppPaths;
import org.ganvas.bench.proof.EvaluatedRun;
import org.ganvas.bench.proof.RealDataFloors;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.evaluation.FeatureNetwork;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.threads.ThreadPolicy;

/**
 * Cost of evaluation and doctor for training: CPU time of their threads beside that of the training thread, and the
 * speed of a session with them against one without, round by round in one JVM. Then every metric beside its floor of
 * real images. MNIST if present, else Doodle digits. Arguments: preset (mlp-bn); {@code bench.seconds} of a round (10),
 * {@code bench.rounds} (6), {@code bench.classifierSteps} (600, as in the window).
 */
public final class EvaluationCostBenchmark {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "10"));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int COUNT = Integer.getInteger("bench.pictures", 1000);
    private static final int CLASSIFIER_STEPS = Integer.getInteger("bench.classifierSteps", 600);
    private static final double MOST = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String preset;
    private final Dataset data;
    private final Dataset test;
    private final StoredFeatureNetworks nets =
            new StoredFeatureNetworks(AppPaths.cacheFolder().resolve("classifiers"), CLASSIFIER_STEPS);

    private EvaluationCostBenchmark(String preset, Dataset data, Dataset test) {
        this.preset = preset;
        this.data = data;
        this.test = test;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        String preset = args.length > 0 ? args[0] : "mlp-bn";
        String id = EvaluatedRun.data().id();
        Dataset data = DatasetRegistry.open(id, PresetRegistry.get(preset).spec().image(), ProgressListener.NONE);
        Dataset test = DatasetRegistry.openTest(id, PresetRegistry.get(preset).spec().image(), ProgressListener.NONE)
                .orElseThrow(() -> new IllegalStateException("'" + id + "' holds no test set to evaluate with."));
        new EvaluationCostBenchmark(preset, data, test).run();
        System.exit(0);
    }

    private void run() throws Exception {
        printLine("%s on %s, one thread trains", preset, data.name());
        try (FeatureNetwork net = nets.open(data, DatasetSubset.shuffled(test, 1), ProgressListener.NONE)) {
            List<MetricValue> values = cost();
            table(net, values);
        }
    }

    /** @return last value of each metric */
    private List<MetricValue> cost() throws InterruptedException {
        RunRequest request = new RunRequest(preset, PresetRegistry.get(preset).spec(), data.id(), 1);
        try (TrainingLoop attended = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1));
                TrainingLoop alone = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1))) {
            attended.startAnalysis(nets);
            SessionThroughput with = new SessionThroughput(attended);
            SessionThroughput without = new SessionThroughput(alone);
            with.load(request);
            without.load(request);
            while (attended.metrics().lastStep() == 0) {
                with.speed(SECONDS);
            }
            without.speed(SECONDS);
            alternate(with, without);
            return attended.metrics().ids().stream()
                    .map(id -> attended.metrics().read(id))
                    .map(all -> all.get(all.size() - 1))
                    .toList();
        }
    }

    private void alternate(SessionThroughput with, SessionThroughput without) throws InterruptedException {
        double[] slower = new double[ROUNDS];
        long training = 0;
        long evaluating = 0;
        long doctoring = 0;
        long first = with.session().metrics().lastStep();
        int looks = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double alone = without.speed(SECONDS);
            training -= computed("training");
            evaluating -= computed("evaluation");
            doctoring -= computed("doctor");
            double attended = with.speed(SECONDS);
            training += computed("training");
            evaluating += computed("evaluation");
            doctoring += computed("doctor");
            slower[round] = 100 * (1 - attended / alone);
        }
        looks = (int) with.session().metrics().read("precision").stream()
                .filter(metric -> metric.step() > first)
                .count();
        Arrays.sort(slower);
        double core = evaluating / (1e7 * ROUNDS * SECONDS);
        printLine(
                "  %d times all metrics in %.0f s: the evaluation thread took %.2f %% of a core (%s), the doctor %.2f"
                        + " %%, the training thread %.0f %%, at a load of %.1f",
                looks,
                ROUNDS * SECONDS,
                core,
                core < MOST ? "allowed are 5" : "TOO MUCH",
                doctoring / (1e7 * ROUNDS * SECONDS),
                training / (1e7 * ROUNDS * SECONDS),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        printLine(
                "  training by the clock %.1f %% slower than without both (median of %d rounds, %.1f to %.1f)",
                slower[ROUNDS / 2], ROUNDS, slower[0], slower[ROUNDS - 1]);
    }

    /** CPU time so far of the threads with a name. */
    private static long computed(String thread) {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().equals(thread)) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }

    private void table(FeatureNetwork net, List<MetricValue> values) {
        RealDataFloors floors = new RealDataFloors(net, COUNT);
        Map<ImageMetric, Double> crossed = floors.of(test, data, data);
        Map<ImageMetric, Double> training = floors.of(data, data, data);
        Map<ImageMetric, Double> held = floors.of(test, test, data);
        printLine(
                "%n| metric, %,d images | G, step %,d | floor beside it | test against train | train against train |"
                        + " test against test |",
                COUNT, values.get(0).step());
        printLine("|---|---|---|---|---|---|");
        for (ImageMetric metric : crossed.keySet()) {
            MetricValue ofG = values.stream()
                    .filter(one -> one.id().equals(RealDataFloors.id(metric)))
                    .findFirst()
                    .orElseThrow();
            printLine(
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    RealDataFloors.id(metric),
                    ofG.value(),
                    ofG.floor(),
                    crossed.get(metric),
                    Objects.requireNonNull(training.get(metric)),
                    Objects.requireNonNull(held.get(metric)));
        }
    }
}
