package org.ganvas.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.app.Desks;
import org.ganvas.app.GanvasApp;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.Engine;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;

/**
 * What the open window costs training: the same networks trained bare while the window rests, and by the session while
 * the window draws thirty times a second, in turn, in one JVM. Needs a display.
 */
public final class WindowCost {

    private static final int ROUNDS = 5;
    private static final double SECONDS = 6;

    private final TrainingSession session;
    private final Preset preset;

    private WindowCost(TrainingSession session, Preset preset) {
        this.session = session;
        this.preset = preset;
    }

    public static void main(String[] args) throws Exception {
        Engine.start();
        TrainingSession session = new TrainingSession();
        WindowCost cost = new WindowCost(session, Presets.get(args.length > 0 ? args[0] : "mlp-b"));
        Thread thread = new Thread(cost::measureAndExit, "measure");
        thread.setDaemon(true);
        thread.start();
        GanvasApp.open(() -> new Desks(session, session.latents(), session));
    }

    private void measureAndExit() {
        try {
            measure();
            System.exit(0);
        } catch (Exception e) {
            System.err.println("The measurement failed: " + e);
            System.exit(1);
        }
    }

    private void measure() throws Exception {
        awaitRun();
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), Datasets.DOODLES, 1)));
        awaitRun();
        Dataset data = Datasets.open(Datasets.DOODLES, Progress.NONE);
        double[] costs = new double[ROUNDS];
        try (GanTrainer bare = new GanTrainer(preset.spec(), data, 1)) {
            bare(bare, SECONDS);
            windowed(SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                double alone = bare(bare, SECONDS);
                double shown = windowed(SECONDS);
                costs[round] = 100 * (1 - shown / alone);
                System.out.printf(
                        Locale.ROOT,
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

    private static double bare(GanTrainer trainer, double seconds) {
        long before = System.nanoTime();
        long steps = trainer.stepsTaken();
        while (System.nanoTime() - before < seconds * 1e9) {
            trainer.step();
        }
        return (trainer.stepsTaken() - steps) / ((System.nanoTime() - before) / 1e9);
    }

    private double windowed(double seconds) throws Exception {
        long first = session.metrics().lastStep();
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        while (session.metrics().lastStep() == first) {
            LockSupport.parkNanos(1_000_000);
        }
        long steps = session.metrics().lastStep();
        long before = System.nanoTime();
        while (System.nanoTime() - before < seconds * 1e9) {
            LockSupport.parkNanos(20_000_000);
        }
        double speed = (session.metrics().lastStep() - steps) / ((System.nanoTime() - before) / 1e9);
        session.submit(new TrainingCommand.Pause());
        awaitRun();
        return speed;
    }

    /** Which threads use the processor while the window draws, in per cent of one core. */
    private void printThreads(double seconds) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> before = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            before.put(id, threads.getThreadCpuTime(id));
        }
        double speed = windowed(seconds);
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

    /** Returns when all commands before are carried out and there is a run. */
    private void awaitRun() throws InterruptedException {
        while (true) {
            CompletableFuture<RunCapture> capture = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(capture));
            try {
                capture.get();
                return;
            } catch (ExecutionException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
    }
}
