package org.ganvas.bench.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.support.SetupChoices;

/**
 * Ten thousand random inputs on the whole window with the real engine and training on: clicks, drags, wheel, keys,
 * words, menu items. Exit status 1 if anything throws, if the window reports an internal error, or
 * if it hangs. Arguments: number of inputs, seed. Prompts and file choosers are fakes without a dialog.
 */
public final class MonkeyRun {

    private static final int ROUND = 100;
    private static final long PATIENCE_SECONDS = 120;

    private final LinkedBlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final MonkeyInput input;
    private final Stage stage;

    /**
     * @param stage window with its content
     */
    public MonkeyRun(Stage stage, long seed) {
        this.stage = stage;
        input = new MonkeyInput(stage, new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, 0));
    }

    public static void main(String[] args) throws Exception {
        int inputs = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Path folder = Files.createTempDirectory("monkey");
        MonkeyRun[] monkey = new MonkeyRun[1];
        AppWiring[] wiring = new AppWiring[1];
        LongSupplier[] steps = new LongSupplier[1];
        CountDownLatch opened = new CountDownLatch(1);
        Platform.runLater(() -> {
            Stage stage = new Stage();
            TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.window(1));
            SettingsFile settings = new SettingsFile(folder.resolve("settings.properties"));
            wiring[0] = new AppWiring(
                    stage,
                    session,
                    new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                    new FakePrompts(),
                    settings,
                    folder.resolve("state"));
            wiring[0].open(null);
            monkey[0] = new MonkeyRun(stage, seed);
            steps[0] = () -> session.scalars().lastStep();
            opened.countDown();
        });
        opened.await();
        List<String> failed = monkey[0].play(inputs);
        System.out.printf(Locale.ROOT, "%d inputs with seed %d: %d failures; the last run was at step %d%n",
                inputs, seed, failed.size(), steps[0].getAsLong());
        failed.forEach(System.out::println);
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /**
     * Sends the inputs; not on the FX thread.
     *
     * @return failures in order
     */
    public List<String> play(int inputs) throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> note(thread.getName(), failure));
        try {
            for (int done = 0; done < inputs && failures.isEmpty(); done += ROUND) {
                Platform.runLater(this::train);
                int count = Math.min(ROUND, inputs - done);
                if (!round(count)) {
                    failures.add(
                            String.format(Locale.ROOT, "The window no longer responds after %d inputs; the last was %s", done, input.last()));
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        return new ArrayList<>(failures);
    }

    /** Restarts training where an input has stopped it. */
    private void train() {
        if (stage.getScene().lookup("#startButton") instanceof Button start
                && !start.isDisabled()
                && !start.getPseudoClassStates().contains(PseudoClass.getPseudoClass("running"))) {
            start.fire();
        }
    }

    /** Sends each input as a separate event, so that its effects happen before the next. */
    private boolean round(int count) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Platform.runLater(() -> {
                one();
                done.countDown();
            });
        }
        return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void one() {
        try {
            input.act();
            listen();
        } catch (RuntimeException | Error e) {
            note("an input", e);
        }
    }

    private void listen() {
        Scene scene = stage.getScene();
        if (scene.lookup("#problemText") instanceof Label problem
                && (problem.getText().contains("Internal error")
                        || problem.getText().contains("内部错误"))) {
            failures.add("After " + input.last() + ": " + problem.getText());
        }
    }

    private void note(String where, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        StringBuilder text = new StringBuilder("After " + input.last() + ", in " + where + ": " + failure);
        for (int i = 0; i < Math.min(12, trace.length); i++) {
            text.append("\n    ").append(trace[i]);
        }
        failures.add(text.toString());
    }
}
