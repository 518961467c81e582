package org.ganvas.bench.window;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.ganvas.app.AppPaths;
import org.ganvas.bench.proof.EvaluatedRun;
import org.ganvas.bench.session.SessionThroughput;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.threads.ThreadPolicy;

/**
 * Frame times of the window while convolutional networks train, and its cost for training: intervals between JavaFX
 * pulses ({@link FrameTimestamps}) in the real window with history, doctor and evaluation, and the speed of that
 * session against a bare one, round by round in one JVM. MNIST if present, else Doodle digits. Arguments: presets
 * (dcgan-light dcgan); {@code bench.seconds} of a round (6), {@code bench.rounds} (5), {@code bench.threads} of
 * training (all cores but one). Needs a display.
 */
public final class WindowFrameBenchmark {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "6"));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int THREADS = Integer.getInteger("bench.threads", Math.max(1, ThreadPolicy.cores() - 1));
    private static final double SMOOTH_MILLIS = 33;
    private static final double SMOOTH_SHARE = 0.95;
    private static final double MOST_COST = 15;

    private final SessionThroughput windowed;
    private final SessionThroughput alone;
    private final String data;

    private WindowFrameBenchmark(TrainingLoop windowed, TrainingLoop alone, String data) {
        this.windowed = new SessionThroughput(windowed);
        this.alone = new SessionThroughput(alone);
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        ThreadPolicy threads = ThreadPolicy.always(THREADS);
        HistorySettings history =
                HistorySettings.ofWindow(Files.createTempDirectory("frame-time"), HistorySettings.DEFAULT_MEMORY_MB);
        TrainingLoop shown = new TrainingLoop(PublishPolicy.SCREEN, threads, history);
        shown.startAnalysis(new StoredFeatureNetworks(AppPaths.cacheFolder().resolve("classifiers")));
        TrainingLoop unseen = new TrainingLoop(PublishPolicy.TERMINAL, threads);
        WindowFrameBenchmark time = new WindowFrameBenchmark(shown, unseen, EvaluatedRun.data().id());
        List<String> presets = args.length > 0 ? List.of(args) : List.of("dcgan-light", "dcgan");
        WindowCostBenchmark.besideWindow(shown, () -> time.measure(presets));
    }

    private void measure(List<String> presets) throws Exception {
        windowed.awaitRun();
        Platform.runLater(WindowFrameBenchmark::closeWelcome);
        printLine("%s, %d of %d cores train", data, THREADS, ThreadPolicy.cores());
        for (String preset : presets) {
            measure(PresetRegistry.get(preset));
        }
    }

    /** Closes the welcome page, which covers the window at the first start. */
    static void closeWelcome() {
        Robot robot = new Robot();
        robot.keyPress(KeyCode.ESCAPE);
        robot.keyRelease(KeyCode.ESCAPE);
    }

    private void measure(Preset preset) throws InterruptedException {
        RunRequest request = new RunRequest(preset.id(), preset.spec(), data, 1);
        windowed.load(request);
        alone.load(request);
        alone.speed(SECONDS);
        windowed.speed(SECONDS);
        FrameTimestamps stamps = new FrameTimestamps();
        stamps.install();
        double[] costs = new double[ROUNDS];
        long aloneNanos = 0;
        long aloneSteps = 0;
        long shownNanos = 0;
        long shownSteps = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = trained();
            long steps = alone.session().scalars().lastStep();
            double unseen = alone.speed(SECONDS);
            aloneNanos += trained() - before;
            aloneSteps += alone.session().scalars().lastStep() - steps;
            before = trained();
            steps = windowed.session().scalars().lastStep();
            stamps.begin();
            double shown = windowed.speed(SECONDS);
            stamps.end();
            shownNanos += trained() - before;
            shownSteps += windowed.session().scalars().lastStep() - steps;
            costs[round] = 100 * (1 - shown / unseen);
            printLine(
                    "  %s: %.1f steps/s alone, %.1f with the window, %.1f %% less",
                    preset.id(), unseen, shown, costs[round]);
        }
        Arrays.sort(costs);
        double smooth = stamps.shareBelow(SMOOTH_MILLIS);
        double cost = costs[ROUNDS / 2];
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        printLine("%s: %s", preset.id(), stamps.report());
        printLine(
                "%s: %.1f %% of frames under %.0f ms without waiting for others; a step takes the training thread %.1f"
                        + " ms of processor time alone and %.1f ms with the window; the machine's load is %.1f",
                preset.id(),
                100 * stamps.ownShareBelow(SMOOTH_MILLIS),
                SMOOTH_MILLIS,
                aloneNanos / 1e6 / aloneSteps,
                shownNanos / 1e6 / shownSteps,
                load);
        printLine(
                "%s: %.1f %% of frames under %.0f ms (%s), the window costs %.1f %% of training's speed (median, %s)",
                preset.id(),
                100 * smooth,
                SMOOTH_MILLIS,
                smooth >= SMOOTH_SHARE ? "smooth" : "NOT SMOOTH",
                cost,
                cost < MOST_COST ? "little" : "TOO MUCH");
    }

    /** CPU time of the training threads so far. */
    private static long trained() {
        return FrameTimestamps.computed("training");
    }
}
