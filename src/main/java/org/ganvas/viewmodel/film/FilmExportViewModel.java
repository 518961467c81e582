package org.ganvas.viewmodel.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.film.FilmReel;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.ExportTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** Export of the film, rendered by the generator that is explored as it is when the export starts. FX thread. */
public final class FilmExportViewModel implements FrameListener {

    private static final String FOLDER_ENDING = ".frames";
    private static final int SHEET_SIDE = 8;
    private static final int SHEET_PIXELS = 2048;
    private static final int DEFAULT_SIDE = 512;

    /** Sizes to choose from, in pixels of the longest side. */
    public static final List<Integer> SIDES = List.of(128, 256, DEFAULT_SIDE, 1024);

    /** Rates to choose from, in frames per second. */
    public static final List<Integer> RATES = List.of(15, 24, 30, 50, 60);

    private final TrainingSession session;
    private final Supplier<LatentFilm> film;
    private final Supplier<GeneratorSource> source;
    private final UserPrompts prompts;
    private final ReadOnlyBooleanProperty averaged;
    private final ExportTasks exports;
    private final ObjectProperty<Integer> side = new SimpleObjectProperty<>(DEFAULT_SIDE);
    private final ObjectProperty<Integer> rate = new SimpleObjectProperty<>((int) FilmPlayer.FRAMES_PER_SECOND);

    /**
     * One export.
     *
     * @param reel the images of the film
     * @param rate frames per second
     * @param texts their provenance, by keyword
     * @param file the file that the user chose
     * @param progress notified of every image; it also stops the export
     */
    private record Job(FilmReel reel, double rate, Map<String, String> texts, Path file, ProgressListener progress) {
        FilmFrames frames(int pixels) {
            return FilmFrames.ofGrids(
                    reel.frameCount(), ContactSheetStyle.fitting(reel.frame(0), 0, pixels), reel::frame, progress);
        }
    }

    /**
     * @param source the generator that is explored
     * @param films thread of film exports; these take long, so it is not the one that saves projects
     */
    public FilmExportViewModel(
            TrainingSession session,
            Supplier<LatentFilm> film,
            Supplier<GeneratorSource> source,
            NoticesViewModel notices,
            UserPrompts prompts,
            Executor films,
            ReadOnlyBooleanProperty averaged) {
        this.session = session;
        this.film = film;
        this.source = source;
        this.prompts = prompts;
        this.averaged = averaged;
        exports = new ExportTasks(films, notices);
    }

    @Override
    public void onFrame(long nanos) {
        exports.onFrame();
    }

    // ---- Properties ----

    /** Longest side of the images in pixels, one of {@link #SIDES}. */
    public ObjectProperty<Integer> sideProperty() {
        return side;
    }

    /** Frames per second, one of {@link #RATES}; formats that are slower show what they can. */
    public ObjectProperty<Integer> rateProperty() {
        return rate;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return exports.busyProperty();
    }

    /** Progress of the export, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return exports.progressProperty();
    }

    // ---- Commands ----

    /** Exports a GIF, which plays everywhere. */
    public void exportGif() {
        export(FilmFormat.GIF);
    }

    /** Exports an animated PNG, which keeps every colour. */
    public void exportApng() {
        export(FilmFormat.APNG);
    }

    /** Exports an MP4 video, which is small. */
    public void exportMp4() {
        export(FilmFormat.MP4);
    }

    private void export(FilmFormat format) {
        int pixels = side.get();
        start("film" + format.extension(), Math.min(rate.get(), format.maxFramesPerSecond()), job -> {
            FilmExport.save(job.frames(pixels), format, job.rate(), job.texts(), job.file());
            return Messages.text("film.done", count(job), job.file().getFileName());
        });
    }

    /** Exports every image into a new folder. */
    public void exportFrames() {
        int pixels = side.get();
        start("film" + FOLDER_ENDING, rate.get(), job -> {
            String name = String.valueOf(job.file().getFileName());
            Path folder = job.file()
                    .resolveSibling(
                            name.endsWith(FOLDER_ENDING)
                                    ? name.substring(0, name.length() - FOLDER_ENDING.length())
                                    : name);
            FilmExport.saveFrames(job.frames(pixels), job.texts(), folder);
            return Messages.text("film.frames.done", count(job), folder.getFileName());
        });
    }

    private static String count(Job job) {
        return NumberFormats.count(job.reel().frameCount());
    }

    /** Exports a contact sheet: images of the whole film side by side. */
    public void exportContactSheet() {
        start("film-sheet.png", FilmPlayer.FRAMES_PER_SECOND, job -> {
            SampleGrid sheet = job.reel().contactSheet(SHEET_SIDE, SHEET_SIDE);
            FilmExport.saveContactSheet(
                    sheet, ContactSheetStyle.fitting(sheet, 2, SHEET_PIXELS), job.texts(), job.file());
            return Messages.text(
                    "film.contactSheet.done",
                    NumberFormats.count(sheet.count()),
                    job.file().getFileName());
        });
    }

    /** Cancels the export; nothing of its file stays. */
    public void cancel() {
        exports.cancel();
    }

    @FunctionalInterface
    private interface Writer {
        /** Writes the file. @return the notice of success for the user */
        String write(Job job) throws ProjectException;
    }

    private void start(String name, double framesPerSecond, Writer writer) {
        LatentFilm exported = film.get();
        if (exported.keyframes().isEmpty() || exports.busyProperty().get()) {
            return;
        }
        prompts.chooseFilm(name, file -> {
            boolean useAverage = averaged.get();
            exports.run(generator(), file, (generator, progress) -> {
                try (OfflineSampler sampler = generator.sampler().get()) {
                    FilmReel reel = new FilmReel(exported, framesPerSecond, useAverage, sampler::render);
                    return writer.write(new Job(reel, framesPerSecond, generator.texts(), file, progress));
                } catch (SpecException e) {
                    throw new ProjectException(Message.of("film.other"), e);
                }
            });
        });
    }

    /**
     * The generator that renders the film.
     *
     * @param sampler builds it, on the thread of film exports
     * @param texts its provenance, by keyword
     */
    private record FilmGenerator(Supplier<OfflineSampler> sampler, Map<String, String> texts) {}

    private CompletableFuture<FilmGenerator> generator() {
        if (source.get() instanceof GeneratorSource.Frozen frozen) {
            return CompletableFuture.completedFuture(
                    new FilmGenerator(() -> new OfflineSampler(frozen), ImageProvenance.of(frozen)));
        }
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        return captured.thenApply(capture -> new FilmGenerator(
                () -> new OfflineSampler(capture),
                ImageProvenance.of(capture.info(), capture.state().step())));
    }
}
