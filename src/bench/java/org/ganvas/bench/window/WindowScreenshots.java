package org.ganvas.bench.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;

/**
 * Screenshots of the window over a fake session, for visual review: each page in both languages, both themes and three
 * sizes, and with large text. Argument: the output folder. Needs the headless platform of the tests or a display of
 * 3840x2160.
 */
public final class WindowScreenshots {

    private static final List<Size> SIZES = List.of(new Size(1024, 640), new Size(1440, 900), new Size(3840, 2160));
    private static final int FRAMES = 40;

    private WindowScreenshots() {}

    private record Size(int width, int height) {}

    /** Page: its name, and the keys that open and leave it. */
    private record Page(String name, List<KeyCode> there, List<KeyCode> back) {}

    private static final List<Page> PAGES = List.of(
            new Page("train", List.of(), List.of()),
            new Page("explore", List.of(KeyCode.DIGIT2), List.of(KeyCode.DIGIT1)),
            new Page("help", List.of(KeyCode.F1), List.of(KeyCode.ESCAPE)),
            new Page("welcome", List.of(KeyCode.F2), List.of(KeyCode.ESCAPE)),
            new Page("tour", List.of(KeyCode.F3), List.of(KeyCode.ESCAPE)),
            new Page("class", List.of(KeyCode.F11), List.of(KeyCode.F11)));

    /** Configuration of one start of the window. */
    private record Look(String language, String theme, int textSize, Size size) {
        private String name() {
            return String.format(Locale.ROOT, "%s-%s-%d-%dx%d", language, theme, textSize, size.width(), size.height());
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        for (String language : List.of("en", "zh")) {
            for (String theme : List.of("dark", "light")) {
                for (Size size : SIZES) {
                    shoot(new Look(language, theme, 100, size), folder, args);
                }
            }
            shoot(new Look(language, "light", 150, SIZES.get(1)), folder, args);
            shoot(new Look(language, "dark", 200, SIZES.get(0)), folder, args);
        }
        Platform.exit();
    }

    private static void shoot(Look look, Path folder, String... args) throws Exception {
        if (args.length > 1 && !look.name().matches(args[1])) {
            return;
        }
        Path file = Files.createTempDirectory("looks").resolve("settings.properties");
        Files.writeString(
                file,
                String.format(Locale.ROOT, "language=%s\ntheme=%s\ntext.percent=%d\nwindow.width=%d\nwindow.height=%d\ntour.seen=true\n", look.language(),
                                look.theme(),
                                look.textSize(),
                                look.size().width(),
                                look.size().height()));
        Stage[] stage = new Stage[1];
        AppWiring[] wiring = new AppWiring[1];
        onFx(() -> {
            stage[0] = new Stage();
            FakeTrainingSession training = new FakeTrainingSession(2);
            wiring[0] = new AppWiring(
                    stage[0],
                    training,
                    FakeSetupChoices.all(),
                    new FakePrompts(),
                    new SettingsFile(file),
                    file.resolveSibling("state"));
            wiring[0].open(null);
        });
        frames();
        press(stage[0].getScene(), KeyCode.SPACE);
        frames();
        press(stage[0].getScene(), KeyCode.SPACE);
        frames();
        for (Page page : PAGES) {
            if (args.length < 3 || page.name().matches(args[2])) {
                page.there().forEach(key -> press(stage[0].getScene(), key));
                frames();
                WritableImage[] shot = new WritableImage[1];
                onFx(() -> shot[0] = stage[0].getScene().snapshot(null));
                ReadmeImages.write(shot[0], folder.resolve(page.name() + "-" + look.name() + ".png"));
                page.back().forEach(key -> press(stage[0].getScene(), key));
                frames();
            }
        }
        onFx(() -> close(stage[0], wiring[0]));
    }

    private static void close(Stage stage, AppWiring wiring) {
        try {
            wiring.close();
            stage.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void press(Scene scene, KeyCode key) {
        onFx(() -> {
            Event.fireEvent(
                    scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, key.isDigitKey(), false, false));
            Event.fireEvent(
                    scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
        });
    }

    private static void onFx(Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        Throwable[] failure = new Throwable[1];
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure[0] = e;
            }
            done.countDown();
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
    }

    /** Waits a number of frames until everything is settled. */
    private static void frames() {
        CountDownLatch seen = new CountDownLatch(FRAMES);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                seen.countDown();
            }
        };
        onFx(timer::start);
        while (seen.getCount() > 0) {
            LockSupport.parkNanos(5_000_000);
        }
        onFx(timer::stop);
    }
}
