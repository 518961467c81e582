package org.ganvas.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.SetupChoices;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand random inputs on the whole window with the real engine, real prompts and training on: clicks, drags,
 * wheel, keys, words, menu items, answers to prompts, dropped files, window sizes, text sizes, languages, themes and
 * presentation mode. After each round the layout is examined. Exit status 1 if anything throws, if the window reports
 * an internal error or hangs, or if anything is off screen, cut or over another. File dialogs are fakes that answer with
 * good and bad files. Arguments: number of inputs, seed, folder for screenshots of what was found.
 */
public final class MonkeyRun {

    private static final int ROUND = 50;
    private static final int SETTLE_FRAMES = 12;
    private static final int REMEMBERED = 12;
    private static final int TRACE = 14;
    private static final int HISTORY_MB = 256;
    private static final long PATIENCE_SECONDS = 180;

    /** Rounds of inputs between two presets that are loaded whatever the inputs were. */
    private static final int ROUNDS_A_PRESET = 4;

    private static final long STEP_PATIENCE_SECONDS = 20;

    /** What was found, each once, with the inputs before it. */
    private final Map<String, String> failures = new LinkedHashMap<>();

    private final Deque<String> inputs = new ArrayDeque<>();
    private final MonkeyInput input;
    private final MonkeyScenery scenery;
    private final MonkeyFiles files;
    private final Stage stage;
    private final @Nullable LongSupplier step;
    private final @Nullable Path pictures;
    private int done;
    private long lastStep;
    private long steps;
    private int trainedRounds;

    /**
     * @param stage window with its content
     * @param files answer of its file dialogs
     * @param step latest step of the run, which is waited for after each round; null for no wait
     * @param pictures folder of screenshots of what is found; null for none
     */
    public MonkeyRun(Stage stage, MonkeyFiles files, @Nullable LongSupplier step, long seed, @Nullable Path pictures) {
        this.stage = stage;
        this.step = step;
        this.files = files;
        this.pictures = pictures;
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, 0);
        scenery = new MonkeyScenery(stage, files, random);
        input = new MonkeyInput(stage, scenery, random);
    }

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = Files.createTempDirectory("monkey");
        Path pictures = args.length > 2 ? Path.of(args[2]) : folder.resolve("pictures");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        MonkeyFiles files = new MonkeyFiles(folder, new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, 1));
        MonkeyRun[] monkey = new MonkeyRun[1];
        CountDownLatch opened = new CountDownLatch(1);
        Platform.runLater(() -> {
            Stage stage = new Stage();
            TrainingLoop session = session(folder);
            new AppWiring(
                            stage,
                            session,
                            new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                            new WindowPrompts(() -> stage, files, new InMemoryPreferences()),
                            new SettingsFile(folder.resolve("settings.properties")),
                            folder.resolve("state"))
                    .open(null);
            monkey[0] = new MonkeyRun(stage, files, () -> session.scalars().lastStep(), seed, pictures);
            opened.countDown();
        });
        opened.await();
        List<String> failed = monkey[0].play(count);
        System.out.printf(
                Locale.ROOT,
                "%d inputs with seed %d: %d findings; %d steps of training, some after %d of %d rounds%n",
                monkey[0].done,
                seed,
                failed.size(),
                monkey[0].steps,
                monkey[0].trainedRounds,
                (monkey[0].done + ROUND - 1) / ROUND);
        failed.forEach(System.out::println);
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static TrainingLoop session(Path folder) {
        TrainingLoop session = new TrainingLoop(
                PublishPolicy.SCREEN,
                ThreadPolicy.window(1),
                HistorySettings.ofWindow(folder.resolve("history"), HISTORY_MB));
        session.startAnalysis(new StoredFeatureNetworks(folder.resolve("classifiers")));
        return session;
    }

    /**
     * Sends the inputs; not on the FX thread. Goes on after what it finds, but not after the window has stopped
     * responding.
     *
     * @return what was found, in order
     */
    public List<String> play(int count) throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> note(thread.getName(), failure));
        try {
            boolean responds = true;
            while (done < count && responds) {
                if (done / ROUND % ROUNDS_A_PRESET == 0) {
                    Platform.runLater(scenery::loadPreset);
                }
                responds = round(Math.min(ROUND, count - done)) && settle() && examine();
                Platform.runLater(this::train);
                awaitStep();
                if (!responds) {
                    note("The window no longer responds");
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        List<String> found = new ArrayList<>();
        synchronized (failures) {
            failures.forEach((what, when) -> found.add(what + "\n    " + when));
        }
        return found;
    }

    /** Restarts training where an input has stopped it. */
    private void train() {
        if (stage.getScene().lookup("#startButton") instanceof Button start
                && scenery.prompt() == null
                && !start.isDisabled()
                && !start.getPseudoClassStates().contains(PseudoClass.getPseudoClass("running"))) {
            start.fire();
        }
    }

    /** Waits for a step of training, as a user does; a run that is refused, loading or at its end makes none. */
    private void awaitStep() throws InterruptedException {
        if (step == null) {
            return;
        }
        LongSupplier counter = step;
        long before = counter.getAsLong();
        CountDownLatch stepped = new CountDownLatch(1);
        AnimationTimer watch = new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                if (counter.getAsLong() != before) {
                    stepped.countDown();
                    stop();
                }
            }
        };
        Platform.runLater(watch::start);
        boolean reached = stepped.await(STEP_PATIENCE_SECONDS, TimeUnit.SECONDS);
        Platform.runLater(watch::stop);
        long now = counter.getAsLong();
        trainedRounds += reached ? 1 : 0;
        steps += now >= lastStep ? now - lastStep : now;
        lastStep = now;
    }

    /** Sends each input as a separate event, so that its effects happen before the next. */
    private boolean round(int count) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Platform.runLater(() -> {
                one();
                left.countDown();
            });
        }
        done += count;
        return left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void one() {
        try {
            input.act();
            inputs.add(input.last());
            if (inputs.size() > REMEMBERED) {
                inputs.remove();
            }
            readProblem();
        } catch (RuntimeException | Error e) {
            note("an input", e);
        }
    }

    /** Waits until the window has laid itself out. */
    private boolean settle() throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(SETTLE_FRAMES);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                frames.countDown();
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        return frames.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private boolean examine() throws InterruptedException {
        CountDownLatch examined = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                readProblem();
                LayoutAudit.findings(stage.getScene()).forEach(this::note);
            } catch (RuntimeException | Error e) {
                note("the examination", e);
            }
            examined.countDown();
        });
        return examined.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void readProblem() {
        Scene scene = stage.getScene();
        if (scene.lookup("#problemText") instanceof Label problem
                && (problem.getText().contains("Internal error")
                        || problem.getText().contains("内部错误"))) {
            note(problem.getText());
            if (scene.lookup("#problemClose") instanceof Button close) {
                close.fire();
            }
        }
    }

    private void note(String where, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        StringBuilder text = new StringBuilder(where + ": " + failure);
        for (int i = 0; i < Math.min(TRACE, trace.length); i++) {
            text.append("\n    ").append(trace[i]);
        }
        note(text.toString());
    }

    private void note(String what) {
        synchronized (failures) {
            if (failures.containsKey(what)) {
                return;
            }
            failures.put(what, "[" + scenery.state() + ", after " + done + ": " + inputs + ", " + files.last() + "]");
            if (pictures != null) {
                System.out.println(failures.size() + ". " + what + "\n    " + failures.get(what));
                photograph(pictures.resolve(failures.size() + ".png"));
            }
        }
    }

    private void photograph(Path file) {
        if (Platform.isFxApplicationThread()) {
            try {
                ReadmeImages.write(stage.getScene().snapshot(null), file);
            } catch (IOException e) {
                System.out.println("No screenshot: " + e.getMessage());
            }
        }
    }
}
