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
import org.ganvas.session.run.LatentPoint;
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
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * Latency from a slider's change to the pulse that shows its image, in the real window during training, and the cost of
 * continuous dragging for training: speeds are compared within a round, with idle phases before and after, and the CPU
 * time of every thread gives the cost of a change even on a busy machine. Arguments: presets (dcgan-light mlp-b);
 * {@code bench.seconds} of each measurement (20), {@code bench.threads} of training (2), {@code bench.truncation} of the
 * latent (1). Needs a display.
 */
public final class ExploreLatencyBenchmark {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "20"));
    private static final long SHORTEST_PAUSE = 7_000_000;
    private static final long LONGEST_PAUSE = 24_000_000;
    private static final int ROUNDS = 5;
    private static final double WARM_UP = Double.parseDouble(System.getProperty("bench.warmUp", "4"));

    private final TrainingLoop session;
    private final WindowViewModel window;
    private final List<Double> millis = new ArrayList<>();
    private volatile boolean dragging;
    private volatile boolean waiting;
    private float wanted;
    private long changedAt;
    private int turns;

    private ExploreLatencyBenchmark(TrainingLoop session) {
        this.session = session;
        window = new WindowViewModel(
                session,
                new FakePrompts(),
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                AppServices.projectsOnly(Runnable::run));
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TrainingLoop session =
                new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(Integer.getInteger("bench.threads", 2)));
        ExploreLatencyBenchmark[] bench = new ExploreLatencyBenchmark[1];
        onFx(() -> {
            bench[0] = new ExploreLatencyBenchmark(session);
            bench[0].open();
        });
        for (String preset : args.length > 0 ? List.of(args) : List.of("dcgan-light", "mlp-b")) {
            bench[0].measure(PresetRegistry.get(preset));
        }
        System.exit(0);
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FxThread.later(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private void open() {
        BundledFonts.load();
        Stage stage = new Stage();
        Scene scene = new Scene(new StackPane(), 1440, 900);
        new MainView(window, new WindowTheme(scene, WindowTheme.Mode.DARK, mode -> {}), scene, new PromptLayer()).arrange("");
        stage.setScene(scene);
        stage.show();
        window.navigation().show(AppScreen.EXPLORE);
        new FxPulse(window::onFrame, failure -> System.err.println("A frame failed: " + failure)).start();
        scene.addPostLayoutPulseListener(this::onPulse);
    }

    /** Records the pulse that shows a new image. */
    private void onPulse() {
        LatentPoint shown = window.explore().latentAt(0);
        if (waiting && shown != null && shown.latent()[0] == wanted) {
            millis.add((System.nanoTime() - changedAt) / 1e6);
            waiting = false;
        }
    }

    private void turn() {
        LatentSlider first =
                window.explore().models().sliders().dimensionsProperty().get().get(0);
        wanted = (float) (2 * Math.sin(0.07 * ++turns));
        changedAt = System.nanoTime();
        waiting = true;
        window.explore().models().sliders().set(first, wanted);
    }

    private void measure(Preset preset) throws InterruptedException {
        begin(preset);
        double truncation = Double.parseDouble(System.getProperty("bench.truncation", "1"));
        onFx(() -> window.explore().models().sliders().setTruncation(truncation));
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
        onFx(() -> System.out.println(
                "  a turn costs more than rest: " + busySum.since(restSum).each(millis.size())));
        session.submit(new TrainingCommand.Pause());
        onFx(millis::clear);
    }

    /** Returns when the run of the preset is loaded and trains. */
    private void begin(Preset preset) {
        ScalarLog before = session.scalars();
        session.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
        while (session.scalars() == before || session.scalars().lastStep() < 20) {
            session.submit(new TrainingCommand.Start(StopRule.NEVER));
            LockSupport.parkNanos(200_000_000);
        }
    }

    private void print(Preset preset, double[] costs) throws InterruptedException {
        Arrays.sort(costs);
        List<Double> taken = new ArrayList<>();
        onFx(() -> taken.addAll(millis));
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

    /** Random delay, because a user moves the slider between frames. */
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
