package org.ganvas.bench.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakeFileDialogs;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.SetupChoices;

/**
 * Lesson with the real window in presentation mode, filmed: a frame every few seconds, and at each frame the window must
 * be on full screen as the lesson has it, with no error, nothing cut or off screen and no needless scroll bar. Exit
 * status 1 if that does not hold at any frame. Arguments: the MP4, minutes, seconds between frames. Needs a display; its
 * size is that of the film.
 */
public final class TeacherFilm {

    private static final int FRAMES_AN_ACT = 2;

    /** Periods until the first frame, in which the window opens. */
    private static final int OPENING_PERIODS = 5;

    private static final int HISTORY_MB = 256;
    private static final double FILM_RATE = 6;
    private static final double TOLERANCE = 1;
    private static final long PATIENCE_SECONDS = 120;

    private final Stage stage;
    private final TeacherLesson lesson;
    private final Path stills;
    private final Map<String, String> findings = new TreeMap<>();
    private final List<Path> frames = new ArrayList<>();
    private String act = "";

    private TeacherFilm(Stage stage, TeacherLesson lesson, Path stills) {
        this.stage = stage;
        this.lesson = lesson;
        this.stills = stills;
    }

    public static void main(String[] args) throws Exception {
        Path film = Path.of(args[0]).toAbsolutePath();
        double minutes = args.length > 1 ? Double.parseDouble(args[1]) : 40;
        double pause = args.length > 2 ? Double.parseDouble(args[2]) : 4;
        if (Files.isDirectory(film)) {
            throw new IllegalArgumentException(film + " is a folder; name the MP4 that is to be written.");
        }
        Path stills = Files.createDirectories(film.resolveSibling(film.getFileName() + "-frames"));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        TeacherFilm teacher = open(stills);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> teacher.note(thread.getName() + ": " + failure + " at " + failure.getStackTrace()[0]));
        teacher.play(Math.round(60e9 * minutes), (long) (1000 * pause));
        teacher.save(film);
        System.out.printf(
                Locale.ROOT,
                "%d frames in %.1f minutes, last act %s: %d findings%n",
                teacher.frames.size(),
                minutes,
                teacher.act,
                teacher.findings.size());
        teacher.findings.forEach((what, when) -> System.out.println(what + "  [" + when + "]"));
        System.exit(teacher.findings.isEmpty() ? 0 : 1);
    }

    private static TeacherFilm open(Path stills) throws Exception {
        Path folder = Files.createTempDirectory("lesson");
        Path images = Files.createDirectories(folder.resolve("own images"));
        for (int i = 0; i < 60; i++) {
            BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            for (int k = 0; k < 1600; k++) {
                boolean inside = Math.hypot(k % 40 - 20, k / 40 - 20) < 8 + i % 10;
                image.setRGB(k % 40, k / 40, inside ? 0xff8000 + 4 * i : 0x102040 + i);
            }
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
        TeacherFilm[] opened = new TeacherFilm[1];
        onFx(() -> {
            Stage stage = new Stage();
            FakeFileDialogs dialogs = new FakeFileDialogs();
            TrainingLoop session = new TrainingLoop(
                    PublishPolicy.SCREEN,
                    ThreadPolicy.window(ThreadPolicy.AUTOMATIC),
                    HistorySettings.ofWindow(folder.resolve("history"), HISTORY_MB));
            session.startAnalysis(new StoredFeatureNetworks(folder.resolve("classifiers")));
            new AppWiring(
                            stage,
                            session,
                            new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                            new WindowPrompts(() -> stage, dialogs, new InMemoryPreferences()),
                            new SettingsFile(folder.resolve("settings.properties")),
                            folder.resolve("state"))
                    .open(null);
            TeacherLesson lesson = new TeacherLesson(
                    stage, dialogs, images.toFile(), folder.resolve("lesson.ganvas").toFile());
            opened[0] = new TeacherFilm(stage, lesson, stills);
        });
        return opened[0];
    }

    /** Takes a frame at each tick until the time is over. */
    private void play(long nanos, long periodMillis) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(
                this::tick, OPENING_PERIODS * periodMillis, periodMillis, TimeUnit.MILLISECONDS);
        try {
            ticks.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            ticks.cancel(false);
        } finally {
            clock.shutdown();
            clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Films what the act has come to since the tick before, and goes on to the next act every few frames. */
    private void tick() {
        try {
            onFx(() -> {
                examine();
                if (frames.size() % FRAMES_AN_ACT == 0) {
                    act = lesson.advance();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a frame and examines it. */
    private void examine() {
        Scene scene = stage.getScene();
        WritableImage image = scene.snapshot(null);
        Path file = stills.resolve(String.format(Locale.ROOT, "%04d.png", frames.size()));
        try {
            ReadmeImages.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        frames.add(file);
        Rectangle2D screen = Screen.getPrimary().getBounds();
        if (stage.isFullScreen() != lesson.presents()) {
            note("the window is " + (stage.isFullScreen() ? "" : "not ") + "on full screen");
        }
        boolean fills = Math.abs(scene.getWidth() - screen.getWidth()) <= TOLERANCE
                && Math.abs(scene.getHeight() - screen.getHeight()) <= TOLERANCE;
        if (lesson.presents() && !fills) {
            note(String.format(
                    Locale.ROOT, "the content has only %.0f x %.0f", scene.getWidth(), scene.getHeight()));
        }
        Node banner = scene.lookup("#problemBanner");
        if (banner != null && banner.isVisible() && scene.lookup("#problemText") instanceof Label problem) {
            note("error: " + problem.getText());
        }
        LayoutAudit.findings(scene).forEach(this::note);
    }

    private synchronized void note(String what) {
        if (findings.putIfAbsent(what, act + ", frame " + (frames.size() - 1)) == null) {
            System.out.println(what + "  [" + findings.get(what) + "]");
        }
    }

    private void save(Path film) throws ProjectException {
        FilmFrames all = FilmFrames.ofGrids(
                frames.size(), new ContactSheetStyle(1, 0), this::frame, ProgressListener.NONE);
        FilmExport.save(all, FilmFormat.MP4, FILM_RATE, Map.of(), film);
    }

    private SampleGrid frame(int index) {
        try {
            BufferedImage image = ImageIO.read(frames.get(index).toFile());
            Rectangle2D screen = Screen.getPrimary().getBounds();
            int width = (int) screen.getWidth();
            int height = (int) screen.getHeight();
            float[] pixels = new float[3 * width * height];
            for (int i = 0; i < width * height; i++) {
                int x = i % width;
                int y = i / width;
                int rgb = x < image.getWidth() && y < image.getHeight() ? image.getRGB(x, y) : 0;
                for (int channel = 0; channel < 3; channel++) {
                    pixels[channel * width * height + i] = (rgb >> 16 - 8 * channel & 0xff) / 127.5f - 1;
                }
            }
            return new SampleGrid(new ImageShape(3, height, width), 1, 1, pixels, new int[0], index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onFx(Runnable work) throws InterruptedException {
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
        if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The window no longer responds.");
        }
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
    }
}
