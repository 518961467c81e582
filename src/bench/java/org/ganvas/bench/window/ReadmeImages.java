package org.ganvas.bench.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.ganvas.app.GanvasApp;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;

/**
 * Screenshots and film of the README, made with the real window: the first preset, seed 1, a fixed number of steps; the
 * Train screen in both themes, the Explore screen and a run on 2-D points in the dark one. Run by {@code mvn -Ppictures
 * test-compile exec:exec}, without a display. The argument {@code film} makes the film alone, {@code stills} the
 * screenshots alone.
 */
public final class ReadmeImages {

    private static final long STEPS = 8000;
    private static final String POINTS = "ring";
    private static final int REST = 8;
    private static final int LONG_REST = 120;
    private static final Path FOLDER = Path.of("assets");

    private ReadmeImages() {}

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
        Thread director = new Thread(() -> direct(session, List.of(args)), "director");
        director.setDaemon(true);
        director.start();
        GanvasApp.open(() -> session);
        System.exit(0);
    }

    private static void direct(TrainingLoop session, List<String> wanted) {
        try {
            until(() -> capture(session) != null);
            if (!wanted.contains("stills")) {
                shootFilm(session);
            }
            if (!wanted.contains("film")) {
                shootScreens(session);
            }
            Platform.runLater(Platform::exit);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shootFilm(TrainingLoop session) throws Exception {
        ReadmeFilm film = new ReadmeFilm();
        for (long step : ReadmeFilm.steps()) {
            train(session, step);
            settle(REST);
            film.shoot(snapshot(), step);
        }
        film.save(FOLDER.resolve("film.gif"));
    }

    private static void shootScreens(TrainingLoop session) throws Exception {
        train(session, STEPS);
        settle(LONG_REST);
        shoot("train-dark");
        toggleTheme();
        shoot("train-light");
        toggleTheme();
        press(KeyCode.DIGIT2);
        settle(REST);
        choose("5×5");
        settle(LONG_REST);
        shoot("explore-dark");
        press(KeyCode.DIGIT1);
        session.submit(new TrainingCommand.Load(
                new RunRequest(POINTS, PresetRegistry.get(POINTS).spec(), "builtin:" + POINTS, 1)));
        until(() -> holds(session, POINTS));
        train(session, STEPS);
        settle(LONG_REST);
        shoot("points-dark");
    }

    private static void toggleTheme() throws Exception {
        onFx(() -> ((Button) scene().lookup("#themeButton")).fire());
        settle(LONG_REST);
    }

    /** Presses the toggle button with a text. */
    private static void choose(String text) throws Exception {
        onFx(() -> scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> text.equals(button.getText()))
                .forEach(ToggleButton::fire));
    }

    /** A key with Ctrl, as a shortcut of the window. */
    private static void press(KeyCode key) throws Exception {
        onFx(() -> Event.fireEvent(
                scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false)));
    }

    private static void train(TrainingLoop session, long to) throws Exception {
        session.submit(new TrainingCommand.Start(new StopRule(to, Double.POSITIVE_INFINITY)));
        until(() -> session.scalars().lastStep() >= to);
    }

    private static boolean holds(TrainingLoop session, String preset) throws InterruptedException {
        RunCapture run = capture(session);
        return run != null && run.info().request().presetId().equals(preset);
    }

    private static @Nullable RunCapture capture(TrainingLoop session) throws InterruptedException {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return null;
        }
    }

    private static void shoot(String name) throws Exception {
        write(snapshot(), FOLDER.resolve(name + ".png"));
    }

    private static WritableImage snapshot() throws Exception {
        WritableImage[] shot = new WritableImage[1];
        onFx(() -> shot[0] = scene().snapshot(null));
        return shot[0];
    }

    static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(out, "png", file.toFile());
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static void onFx(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            work.run();
            done.complete(null);
        });
        done.get(120, TimeUnit.SECONDS);
    }

    /** Waits some frames until images, curves and transitions are settled. */
    private static void settle(int frames) throws Exception {
        for (int i = 0; i < frames; i++) {
            onFx(() -> {});
            LockSupport.parkNanos(25_000_000);
        }
    }

    private interface Wish {
        boolean met() throws Exception;
    }

    private static void until(Wish wish) throws Exception {
        while (!wish.met()) {
            LockSupport.parkNanos(50_000_000);
        }
    }
}
