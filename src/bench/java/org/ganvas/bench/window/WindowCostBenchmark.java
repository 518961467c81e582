package org.ganvas.bench.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ganvas.app.GanvasApp;
import org.ganvas.bench.session.SessionThroughput;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunRequest;

/**
 * Cost of the open window for training: the same networks trained without a session while the window is idle, and by
 * the session while the window updates 30 times a second, alternating in one JVM. Needs a display.
 */
public final class WindowCostBenchmark {

    private static final int ROUNDS = 5;
    private static final double SECONDS = 6;

    private final SessionThroughput windowed;
    private final Preset preset;

    private WindowCostBenchmark(TrainingLoop session, Preset preset) {
        windowed = new SessionThroughput(session);
        this.preset = preset;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
        WindowCostBenchmark cost = new WindowCostBenchmark(session, PresetRegistry.get(args.length > 0 ? args[0] : "mlp-b"));
        besideWindow(session, cost::measure);
    }

    /** Benchmark that runs while the window is open. */
    @FunctionalInterface
    interface Measurement {
        void run() throws Exception;
    }

    /** Opens the window on a session, runs the benchmark, and ends the process. */
    static void besideWindow(TrainingLoop session, Measurement measurement) {
        Thread thread = new Thread(() -> measureAndExit(measurement), "bench");
        thread.setDaemon(true);
        thread.start();
        GanvasApp.open(() -> session);
    }

    private static void measureAndExit(Measurement measurement) {
        try {
            measurement.run();
            System.exit(0);
        } catch (Exception e) {
            System.err.println("The measurement failed: " + e);
            System.exit(1);
        }
    }

    private void measure() throws Exception {
        windowed.awaitRun();
        windowed.load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1));
        Dataset data = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        double[] costs = new double[ROUNDS];
        try (GameTrainer bare = new GameTrainer(preset.spec(), data, 1)) {
            bare(bare, SECONDS);
            windowed.speed(SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                double alone = bare(bare, SECONDS);
                double shown = windowed.speed(SECONDS);
                costs[round] = 100 * (1 - shown / alone);
                System.out.printf(Locale.ROOT,
                        "%s: bare %.1f steps/s, with the window %.1f steps/s, cost %.1f %%%n",
                        preset.id(),
                        alone,
                        shown,
                        costs[round]);
            }
        }
        printThreads(SECONDS);
        Arrays.sort(costs);
        System.out.printf(Locale.ROOT, "median cost of the window: %.1f %% of training's speed%n", costs[ROUNDS / 2]);
    }

    private static double bare(GameTrainer trainer, double seconds) {
        long before = System.nanoTime();
        long steps = trainer.stepsTaken();
        while (System.nanoTime() - before < seconds * 1e9) {
            trainer.step();
        }
        return (trainer.stepsTaken() - steps) / ((System.nanoTime() - before) / 1e9);
    }

    /** CPU use of the threads while the window updates, in per cent of one core. */
    private void printThreads(double seconds) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> before = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            before.put(id, threads.getThreadCpuTime(id));
        }
        double speed = windowed.speed(seconds);
        System.out.printf(Locale.ROOT, "at %.1f steps/s:", speed);
        for (long id : threads.getAllThreadIds()) {
            double share = (threads.getThreadCpuTime(id) - before.getOrDefault(id, 0L)) / 1e7 / seconds;
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && share > 1) {
                System.out.printf(Locale.ROOT, " %s %.0f %%,", info.getThreadName(), share);
            }
        }
        System.out.println();
    }
}
