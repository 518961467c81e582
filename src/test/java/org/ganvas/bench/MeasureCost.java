package org.ganvas.bench;

import static org.ganvas.bench.Prove.say;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ganvas.app.AppPaths;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetPart;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.Presets;
import org.ganvas.metrics.PictureMeasure;
import org.ganvas.project.StoredFeatureNets;
import org.ganvas.session.ThreadPolicy;
import org.ganvas.session.TickPolicy;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.measure.FeatureNet;
import org.ganvas.session.run.MeasureLog.Measure;
import org.ganvas.session.run.RunRequest;

/**
 * What measuring and the doctor cost training: the processor time of their threads beside that of the training thread,
 * and the speed of a session with them against one without, round by round in one JVM. Then every measure beside what
 * real pictures score. MNIST where it is, else the digits of our own. Arguments: preset (mlp-bn);
 * {@code bench.seconds} of a round (10), {@code bench.rounds} (6), {@code bench.classifierSteps} (600, as in the window).
 */
public final class MeasureCost {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "10"));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int COUNT = Integer.getInteger("bench.pictures", 1000);
    private static final int CLASSIFIER_STEPS = Integer.getInteger("bench.classifierSteps", 600);
    private static final double MOST = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String preset;
    private final Dataset data;
    private final Dataset test;
    private final StoredFeatureNets nets =
            new StoredFeatureNets(AppPaths.cacheFolder().resolve("classifiers"), CLASSIFIER_STEPS);

    private MeasureCost(String preset, Dataset data, Dataset test) {
        this.preset = preset;
        this.data = data;
        this.test = test;
    }

    public static void main(String[] args) throws Exception {
        Engine.useThreads(1);
        Engine.start();
        String preset = args.length > 0 ? args[0] : "mlp-bn";
        String id = MeasuredRun.data().id();
        Dataset data = Datasets.open(id, Presets.get(preset).spec().image(), Progress.NONE);
        Dataset test = Datasets.openTest(id, Presets.get(preset).spec().image(), Progress.NONE)
                .orElseThrow(() -> new IllegalStateException("'" + id + "' holds no test set to measure with."));
        new MeasureCost(preset, data, test).run();
        System.exit(0);
    }

    private void run() throws Exception {
        say("%s on %s, one thread trains", preset, data.name());
        try (FeatureNet net = nets.open(data, DatasetPart.shuffled(test, 1), Progress.NONE)) {
            List<Measure> measured = cost();
            table(net, measured);
        }
    }

    /** @return the last value of each measure */
    private List<Measure> cost() throws InterruptedException {
        RunRequest request = new RunRequest(preset, Presets.get(preset).spec(), data.id(), 1);
        try (TrainingSession attended = new TrainingSession(TickPolicy.TERMINAL, ThreadPolicy.always(1));
                TrainingSession alone = new TrainingSession(TickPolicy.TERMINAL, ThreadPolicy.always(1))) {
            attended.attend(nets);
            SessionPace with = new SessionPace(attended);
            SessionPace without = new SessionPace(alone);
            with.load(request);
            without.load(request);
            while (attended.measures().lastStep() == 0) {
                with.speed(SECONDS);
            }
            without.speed(SECONDS);
            alternate(with, without);
            return attended.measures().ids().stream()
                    .map(id -> attended.measures().of(id))
                    .map(all -> all.get(all.size() - 1))
                    .toList();
        }
    }

    private void alternate(SessionPace with, SessionPace without) throws InterruptedException {
        double[] slower = new double[ROUNDS];
        long training = 0;
        long measuring = 0;
        long doctoring = 0;
        long first = with.session().measures().lastStep();
        int looks = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double alone = without.speed(SECONDS);
            training -= computed("training");
            measuring -= computed("measure");
            doctoring -= computed("doctor");
            double attended = with.speed(SECONDS);
            training += computed("training");
            measuring += computed("measure");
            doctoring += computed("doctor");
            slower[round] = 100 * (1 - attended / alone);
        }
        looks = (int) with.session().measures().of("precision").stream()
                .filter(measure -> measure.step() > first)
                .count();
        Arrays.sort(slower);
        double core = measuring / (1e7 * ROUNDS * SECONDS);
        say(
                "  %d times all measures in %.0f s: the measuring thread took %.2f %% of a core (%s), the doctor %.2f"
                        + " %%, the training thread %.0f %%, at a load of %.1f",
                looks,
                ROUNDS * SECONDS,
                core,
                core < MOST ? "allowed are 5" : "TOO MUCH",
                doctoring / (1e7 * ROUNDS * SECONDS),
                training / (1e7 * ROUNDS * SECONDS),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        say(
                "  training by the clock %.1f %% slower than without both (median of %d rounds, %.1f to %.1f)",
                slower[ROUNDS / 2], ROUNDS, slower[0], slower[ROUNDS - 1]);
    }

    /** Processor time of the threads of a name so far. */
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

    private void table(FeatureNet net, List<Measure> measured) {
        RealFloors floors = new RealFloors(net, COUNT);
        Map<PictureMeasure, Double> crossed = floors.of(test, data, data);
        Map<PictureMeasure, Double> learnt = floors.of(data, data, data);
        Map<PictureMeasure, Double> held = floors.of(test, test, data);
        say(
                "%n| measure, %,d pictures | G, step %,d | floor beside it | test against train | train against train |"
                        + " test against test |",
                COUNT, measured.get(0).step());
        say("|---|---|---|---|---|---|");
        for (PictureMeasure measure : crossed.keySet()) {
            Measure ofG = measured.stream()
                    .filter(one -> one.id().equals(RealFloors.id(measure)))
                    .findFirst()
                    .orElseThrow();
            say(
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    RealFloors.id(measure),
                    ofG.value(),
                    ofG.floor(),
                    crossed.get(measure),
                    learnt.get(measure),
                    held.get(measure));
        }
    }
}
