package org.ganvas.bench.window;

import java.lang.management.ManagementFactory;
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
import org.ganvas.bench.support.ResourceUsage;
import org.ganvas.bench.support.ThreadCpuTimes;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.lab.LabLayer;
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
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * The Lab screen with its default layers while a run on 2-D points trains on one thread: steps a second and processor time a
 * step with the Lab and with the Explore screen, which shows nothing that changes, in turn; images a second; processor time of
 * the FX and the render thread a frame; then memory and points of the paths over some minutes. {@code bench.seconds} of each
 * measurement (20) after {@code bench.warmUp} of both screens, in which the compiler finishes (40), {@code bench.minutes} of memory (0). Needs a display. On a machine with other work only shares, processor
 * times and ratios of neighbouring measurements mean anything.
 */
public final class LabBenchmark {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "20"));
    private static final double WARM_UP = Double.parseDouble(System.getProperty("bench.warmUp", "40"));
    private static final int MINUTES = Integer.getInteger("bench.minutes", 0);
    private static final int ROUNDS = 5;
    private static final int NARROW = 8;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final TrainingLoop session;
    private final WindowViewModel window;

    // The FX thread's.
    private final List<Double> frames = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private long lastFrame;
    private long lastProcessor;
    private int images;

    private LabBenchmark(TrainingLoop session) {
        this.session = session;
        window = new WindowViewModel(
                session,
                new FakePrompts(),
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                AppServices.projectsOnly(Runnable::run));
        window.lab().screen().plotProperty().addListener((property, old, now) -> images++);
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1));
        LabBenchmark[] bench = new LabBenchmark[1];
        FxCalls.run(() -> {
            bench[0] = new LabBenchmark(session);
            bench[0].open();
        });
        GanSpec ring = PresetRegistry.get("ring").spec();
        System.out.println("load before: " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        bench[0].measure("ring", ring);
        bench[0].measure("ring, two layers of 8", narrow(ring));
        bench[0].train(ring);
        for (int minute = 0; minute <= MINUTES && MINUTES > 0; minute++) {
            bench[0].printMemory(minute);
            LockSupport.parkNanos(PATIENCE_NANOS);
        }
        System.out.println("load after: " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(0);
    }

    private static GanSpec narrow(GanSpec spec) {
        return new GanSpec(
                spec.latentDim(), spec.image(), spec.classes(), spec.conditioning(),
                narrow(spec.generator()), narrow(spec.discriminator()), spec.loss(), spec.training());
    }

    private static NetworkSpec narrow(NetworkSpec network) {
        List<LayerSpec> layers = new ArrayList<>(network.layers());
        layers.replaceAll(layer -> layer instanceof LayerSpec.Dense dense && dense.units() > 2 ? new LayerSpec.Dense(NARROW) : layer);
        return new NetworkSpec(network.init(), layers);
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
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            frames.add((now - lastFrame) / 1e6);
            processor.add((used - lastProcessor) / 1e6);
            lastFrame = now;
            lastProcessor = used;
        });
    }

    /** Starts a run and waits until it trains. */
    private void train(GanSpec spec) throws InterruptedException {
        ScalarLog before = session.scalars();
        session.submit(new TrainingCommand.Load(new RunRequest("ring", spec, "builtin:ring", 1)));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (session.scalars() == before && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        while (session.scalars().lastStep() < 2000 && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        for (AppScreen screen : List.of(AppScreen.LAB, AppScreen.EXPLORE)) {
            FxCalls.run(() -> window.navigation().show(screen));
            LockSupport.parkNanos((long) (WARM_UP / 2 * 1e9));
        }
    }

    /** Steps of one span of time with the processor time of the threads. */
    private record Span(long steps, double seconds, ThreadCpuTimes used) {

        double microsecondsAStep() {
            return 1e6 * used.seconds().getOrDefault("training", 0.0) / steps;
        }

        double stepsASecond() {
            return steps / seconds;
        }
    }

    private Span span(AppScreen screen) throws InterruptedException {
        FxCalls.run(() -> {
            window.navigation().show(screen);
            frames.clear();
            processor.clear();
            images = 0;
        });
        ThreadCpuTimes before = ThreadCpuTimes.now();
        long steps = session.scalars().lastStep();
        long start = System.nanoTime();
        LockSupport.parkNanos((long) (SECONDS / ROUNDS * 1e9));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Span(
                session.scalars().lastStep() - steps, seconds, ThreadCpuTimes.now().since(before));
    }

    private void measure(String name, GanSpec spec) throws InterruptedException {
        train(spec);
        LockSupport.parkNanos(3_000_000_000L);
        double[] slower = new double[ROUNDS];
        double[] dearer = new double[ROUNDS];
        double[] rates = new double[ROUNDS];
        double[] costs = new double[ROUNDS];
        double seconds = 0;
        int[] shown = new int[1];
        List<Double> intervals = new ArrayList<>();
        List<Double> ofFrames = new ArrayList<>();
        ThreadCpuTimes used = new ThreadCpuTimes(Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            Span closed = span(AppScreen.EXPLORE);
            Span open = span(AppScreen.LAB);
            FxCalls.run(() -> {
                shown[0] += images;
                intervals.addAll(frames.subList(Math.min(2, frames.size()), frames.size()));
                ofFrames.addAll(processor.subList(Math.min(2, processor.size()), processor.size()));
            });
            used = used.plus(open.used());
            seconds += open.seconds();
            slower[round] = 100 * (1 - open.stepsASecond() / closed.stepsASecond());
            dearer[round] = 100 * (open.microsecondsAStep() / closed.microsecondsAStep() - 1);
            rates[round] = open.stepsASecond();
            costs[round] = open.microsecondsAStep();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s steps/s and %s us of processor time a step with the Lab; against Explore slower by %s %%, processor time a"
                        + " step higher by %s %%%n",
                name, range(rates), range(costs), range(slower), range(dearer));
        System.out.printf(
                Locale.ROOT,
                "  %.1f images/s; interval of frames p50 %.1f ms, p95 %.1f ms; FX thread's processor time a frame p50 %.1f ms, p95"
                        + " %.1f ms; render thread %.1f ms a frame%n",
                shown[0] / seconds,
                quantile(intervals, 0.5),
                quantile(intervals, 0.95),
                quantile(ofFrames, 0.5),
                quantile(ofFrames, 0.95),
                1000 * used.seconds().getOrDefault("QuantumRenderer", 0.0) / ofFrames.size());
        System.out.println("  share of a core: " + used.shares(seconds));
    }

    /** Median with the least and the largest. */
    private static String range(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%.0f (%.0f to %.0f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    private void printMemory(int minute) throws Exception {
        int[] points = new int[1];
        FxCalls.run(() -> {
            window.lab().screen().layers().shownProperty(LabLayer.PATHS).set(true);
            points[0] = window.lab().screen().plotProperty().get().paths().stream()
                    .mapToInt(path -> path.length / 2)
                    .sum();
        });
        System.out.printf(
                Locale.ROOT,
                "  minute %d, step %,d: %s; %,d points of paths%n",
                minute,
                session.scalars().lastStep(),
                ResourceUsage.now(),
                points[0]);
    }
}
