package org.ganvas.bench.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ganvas.bench.support.FxCalls;
import org.ganvas.bench.support.ThreadCpuTimes;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.preset.PresetDataPairing;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.view.MainView;
import org.ganvas.view.fx.BundledFonts;
import org.ganvas.view.fx.FxPulse;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * Latency from a user's change of what G is given to the pulse that shows its answer, in the real window during training,
 * and the cost of continuous changes for training: speeds are compared within a round, with idle phases before and after,
 * and the CPU time of every thread gives the cost of a change even on a busy machine. {@code bench.seconds} of each
 * measurement (20), {@code bench.threads} of training (2). Needs a display.
 */
abstract class AnswerLatency {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "20"));
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final long SHORTEST_PAUSE = 7_000_000;
    private static final long LONGEST_PAUSE = 24_000_000;
    private static final int ROUNDS = 5;
    private static final double WARM_UP = Double.parseDouble(System.getProperty("bench.warmUp", "4"));

    private final TrainingLoop session;
    private final AppScreen screen;
    private final WindowViewModel window;
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final List<Double> millis = new ArrayList<>();
    private volatile boolean dragging;
    private volatile boolean waiting;
    private long changedAt;

    /** Called on the FX thread, once the toolkit runs. */
    AnswerLatency(TrainingLoop session, AppScreen screen) {
        this.screen = screen;
        this.session = session;
        window = new WindowViewModel(
                session,
                new FakePrompts(),
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                AppServices.projectsOnly(Runnable::run));
    }

    /** A benchmark's constructor. */
    @FunctionalInterface
    interface Kind {
        AnswerLatency on(TrainingLoop session, AppScreen screen);
    }

    /** Measures presets one after the other, and ends the program. */
    static void run(Kind kind, AppScreen screen, List<String> presets) throws InterruptedException {
        NativeEngine.start();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TrainingLoop session =
                new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(Integer.getInteger("bench.threads", 2)));
        AnswerLatency[] bench = new AnswerLatency[1];
        FxCalls.run(() -> {
            bench[0] = kind.on(session, screen);
            bench[0].open();
        });
        for (String preset : presets) {
            bench[0].measure(PresetRegistry.get(preset));
        }
        System.exit(0);
    }

    /** Prepares for the run that has just been loaded. FX thread. */
    abstract void prepare();

    /** Changes what G is given as a user does. FX thread. */
    abstract void change();

    /** Whether the answer to the latest change is on the screen. FX thread. */
    abstract boolean isAnswered();

    /** The window. */
    final WindowViewModel window() {
        return window;
    }

    /** The scene with the window's content. */
    final Scene scene() {
        return scene;
    }

    private void open() {
        BundledFonts.load();
        Stage stage = new Stage();
        new MainView(window, new WindowTheme(scene, WindowTheme.Mode.DARK, mode -> {}), scene, new PromptLayer()).arrange("");
        stage.setScene(scene);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        new FxPulse(window::onFrame, failure -> System.err.println("A frame failed: " + failure)).start();
        scene.addPostLayoutPulseListener(this::onPulse);
    }

    /** Records the pulse that shows a new image. */
    private void onPulse() {
        if (waiting && isAnswered()) {
            millis.add((System.nanoTime() - changedAt) / 1e6);
            waiting = false;
        }
    }

    private void turn() {
        long now = System.nanoTime();
        change();
        changedAt = now;
        waiting = true;
    }

    private void measure(Preset preset) throws InterruptedException {
        begin(preset);
        FxCalls.run(() -> {
            window.navigation().show(screen);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            prepare();
        });
        Thread user = new Thread(this::drag, "user");
        user.setDaemon(true);
        user.start();
        speed(WARM_UP);
        double[] costs = new double[ROUNDS];
        ThreadCpuTimes resting = new ThreadCpuTimes(Map.of());
        ThreadCpuTimes busy = resting;
        for (int round = 0; round < ROUNDS; round++) {
            ThreadCpuTimes first = ThreadCpuTimes.now();
            double before = speed(SECONDS / ROUNDS / 2);
            ThreadCpuTimes second = ThreadCpuTimes.now();
            dragging = true;
            double dragged = speed(SECONDS / ROUNDS);
            dragging = false;
            ThreadCpuTimes third = ThreadCpuTimes.now();
            double after = speed(SECONDS / ROUNDS / 2);
            ThreadCpuTimes fourth = ThreadCpuTimes.now();
            costs[round] = 100 * (1 - dragged / ((before + after) / 2));
            resting = resting.plus(second.since(first)).plus(fourth.since(third));
            busy = busy.plus(third.since(second));
        }
        user.interrupt();
        ThreadCpuTimes restSum = resting;
        ThreadCpuTimes busySum = busy;
        print(preset, costs);
        System.out.println("  at rest, share of a core: " + resting.shares(SECONDS));
        System.out.println("  dragged, share of a core: " + busy.shares(SECONDS));
        FxCalls.run(() -> System.out.println(
                "  a turn costs more than rest: " + busySum.since(restSum).each(millis.size())));
        session.submit(new TrainingCommand.Pause());
        FxCalls.run(millis::clear);
    }

    /** Returns when the run of the preset is loaded and trains. */
    private void begin(Preset preset) {
        ScalarLog before = session.scalars();
        String data = PresetDataPairing.dataFor(preset, DatasetEntry.DOODLES);
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), data, 1)));
        while (session.scalars() == before || session.scalars().lastStep() < 20) {
            session.submit(new TrainingCommand.Start(StopRule.NEVER));
            LockSupport.parkNanos(200_000_000);
        }
    }

    private void print(Preset preset, double[] costs) throws InterruptedException {
        Arrays.sort(costs);
        List<Double> taken = new ArrayList<>();
        FxCalls.run(() -> taken.addAll(millis));
        double[] sorted =
                taken.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(Locale.ROOT,
                "%s: %d turns, median %.1f ms, 95 %% within %.1f ms, slowest %.1f ms; training slower by %.1f %%"
                        + " (%.1f to %.1f)%n",
                preset.id(),
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (0.95 * sorted.length)],
                sorted[sorted.length - 1],
                costs[ROUNDS / 2],
                costs[0],
                costs[ROUNDS - 1]);
    }

    /** Random delay, because a user moves between frames. */
    private void drag() {
        SeededRandomStream random = new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 0);
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos((long) random.nextDouble(SHORTEST_PAUSE, LONGEST_PAUSE));
            if (dragging && !waiting) {
                FxThread.later(this::turn);
            }
        }
    }

    private double speed(double seconds) {
        long steps = session.scalars().lastStep();
        long before = System.nanoTime();
        while (System.nanoTime() - before < seconds * 1e9) {
            LockSupport.parkNanos(20_000_000);
        }
        return (session.scalars().lastStep() - steps) / ((System.nanoTime() - before) / 1e9);
    }
}
