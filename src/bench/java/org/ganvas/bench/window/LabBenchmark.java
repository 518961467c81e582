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
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
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
 * The Lab screen with its default layers while the ring trains on one thread: steps a second with the Lab and with the
 * Explore screen, which shows nothing that changes, in turn; images and frames a second; the CPU time of each thread.
 * {@code bench.seconds} of each measurement (20). Needs a display.
 */
public final class LabBenchmark {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "20"));
    private static final int ROUNDS = 5;

    private final TrainingLoop session;
    private final WindowViewModel window;
    private final List<Double> frames = new ArrayList<>();
    private long lastFrame;
    private int images;
    private final int[] counted = new int[1];

    private LabBenchmark(TrainingLoop session) {
        this.session = session;
        window = new WindowViewModel(
                session,
                new FakePrompts(),
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                AppServices.projectsOnly(Runnable::run));
        window.lab().plotProperty().addListener(property -> images++);
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1));
        LabBenchmark[] bench = new LabBenchmark[1];
        onFx(() -> {
            bench[0] = new LabBenchmark(session);
            bench[0].open();
        });
        bench[0].measure();
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
        new MainView(window, new WindowTheme(scene, WindowTheme.Mode.DARK, mode -> {}), scene, new PromptLayer())
                .arrange("");
        stage.setScene(scene);
        stage.show();
        new FxPulse(window::onFrame, failure -> System.err.println("A frame failed: " + failure)).start();
        scene.addPostLayoutPulseListener(() -> {
            long now = System.nanoTime();
            frames.add((now - lastFrame) / 1e6);
            lastFrame = now;
        });
    }

    private void measure() throws InterruptedException {
        ScalarLog before = session.scalars();
        session.submit(new TrainingCommand.Load(
                new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1)));
        while (session.scalars() == before || session.scalars().lastStep() < 200) {
            session.submit(new TrainingCommand.Start(StopRule.NEVER));
            LockSupport.parkNanos(200_000_000);
        }
        onFx(() -> window.navigation().show(AppScreen.LAB));
        speed(3);
        double[] costs = new double[ROUNDS];
        double with = 0;
        double without = 0;
        double shown = 0;
        double[] intervals = new double[0];
        ThreadCpuTimes cpu = new ThreadCpuTimes(Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            onFx(() -> window.navigation().show(AppScreen.EXPLORE));
            double closed = speed(SECONDS / ROUNDS);
            onFx(() -> {
                window.navigation().show(AppScreen.LAB);
                frames.clear();
                images = 0;
            });
            ThreadCpuTimes start = ThreadCpuTimes.now();
            double open = speed(SECONDS / ROUNDS);
            cpu = cpu.plus(ThreadCpuTimes.now().since(start));
            onFx(() -> counted[0] = images);
            shown += counted[0] / SECONDS;
            intervals = joined(intervals, frames());
            costs[round] = 100 * (1 - open / closed);
            with += open / ROUNDS;
            without += closed / ROUNDS;
        }
        Arrays.sort(costs);
        Arrays.sort(intervals);
        System.out.printf(
                Locale.ROOT,
                "ring with the Lab: %.0f steps/s, without %.0f; slower by %.1f %% (%.1f to %.1f); %.1f images/s; frames median"
                        + " %.1f ms, 95 %% within %.1f ms%n",
                with,
                without,
                costs[ROUNDS / 2],
                costs[0],
                costs[ROUNDS - 1],
                shown,
                intervals[intervals.length / 2],
                intervals[(int) (0.95 * intervals.length)]);
        System.out.println("  share of a core: " + cpu.shares(SECONDS));
    }

    private double[] frames() throws InterruptedException {
        List<Double> taken = new ArrayList<>();
        onFx(() -> taken.addAll(frames));
        return taken.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] joined(double[] one, double[] other) {
        double[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
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
