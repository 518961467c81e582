package org.ganvas.viewmodel.film;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.ganvas.data.Progress;
import org.ganvas.engine.spec.SpecException;
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
import org.ganvas.session.run.Film;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.timeline.FilmExportProgress;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** A film on its way into a file, with the generator that is explored, as it was when that was asked for. FX thread. */
public final class FilmExportViewModel implements FrameListener {

    private static final String FOLDER_ENDING = ".frames";
    private static final int SHEET_SIDE = 8;
    private static final int SHEET_PIXELS = 2048;
    private static final int FRAME_PIXELS = 512;

    private final TrainingSession desk;
    private final Supplier<Film> film;
    private final Supplier<GeneratorSource> source;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final ReadOnlyBooleanProperty averaged;
    private final FrameTasks chores;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private @Nullable FilmExportProgress work;

    /**
     * What a writer needs.
     *
     * @param reel the pictures
     * @param texts where they come from
     * @param file that was chosen
     * @param progress told of every picture
     */
    private record Job(FilmReel reel, Map<String, String> texts, Path file, Progress progress) {
        FilmFrames frames(int pixels) {
            return FilmFrames.ofGrids(
                    reel.frameCount(), ContactSheetStyle.fitting(reel.frame(0), 0, pixels), reel::frame, progress);
        }
    }

    /**
     * @param source whose generator is explored
     * @param films writes films, which take long: not the thread that saves projects
     */
    public FilmExportViewModel(
            TrainingSession desk,
            Supplier<Film> film,
            Supplier<GeneratorSource> source,
            NoticesViewModel notices,
            UserPrompts prompts,
            Executor films,
            ReadOnlyBooleanProperty averaged) {
        this.desk = desk;
        this.film = film;
        this.source = source;
        this.notices = notices;
        this.prompts = prompts;
        this.averaged = averaged;
        chores = new FrameTasks(films, notices::reportInternalError);
    }

    @Override
    public void onFrame(long nanos) {
        chores.runFinished();
        FilmExportProgress now = work;
        progress.set(now == null ? 0 : now.done());
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    /** 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Writes a GIF, which plays everywhere. */
    public void exportGif() {
        export(FilmFormat.GIF);
    }

    /** Writes an animated PNG, which keeps every colour. */
    public void exportApng() {
        export(FilmFormat.APNG);
    }

    /** Writes a video, which is small. */
    public void exportMp4() {
        export(FilmFormat.MP4);
    }

    private void export(FilmFormat format) {
        ask("film" + format.ending(), job -> {
            FilmExport.save(job.frames(format.pixels()), format, FilmPlayer.FRAMES_PER_SECOND, job.texts(), job.file());
            return Messages.text("film.done", count(job), job.file().getFileName());
        });
    }

    /** Writes every picture into a new folder. */
    public void exportFrames() {
        ask("film" + FOLDER_ENDING, job -> {
            String name = String.valueOf(job.file().getFileName());
            Path folder = job.file()
                    .resolveSibling(
                            name.endsWith(FOLDER_ENDING)
                                    ? name.substring(0, name.length() - FOLDER_ENDING.length())
                                    : name);
            FilmExport.saveFrames(job.frames(FRAME_PIXELS), job.texts(), folder);
            return Messages.text("film.frames.done", count(job), folder.getFileName());
        });
    }

    private static String count(Job job) {
        return NumberFormats.count(job.reel().frameCount());
    }

    /** Writes pictures of the whole film side by side. */
    public void exportSheet() {
        ask("film-sheet.png", job -> {
            SampleGrid sheet = job.reel().contactSheet(SHEET_SIDE, SHEET_SIDE);
            FilmExport.saveSheet(sheet, ContactSheetStyle.fitting(sheet, 2, SHEET_PIXELS), job.texts(), job.file());
            return Messages.text(
                    "film.contactSheet.done",
                    NumberFormats.count(sheet.count()),
                    job.file().getFileName());
        });
    }

    /** Gives up the film that is being written; nothing of it stays. */
    public void cancel() {
        FilmExportProgress now = work;
        if (now != null) {
            now.cancel();
        }
    }

    @FunctionalInterface
    private interface Writer {
        /** Writes and says what was done. */
        String write(Job job) throws ProjectException;
    }

    private void ask(String name, Writer writer) {
        Film wanted = film.get();
        if (wanted.keyframes().isEmpty() || chores.busyProperty().get()) {
            return;
        }
        prompts.chooseExport(name).ifPresent(file -> {
            FilmExportProgress begun = new FilmExportProgress();
            work = begun;
            boolean ofAverage = averaged.get();
            chores.runAfter(
                    drawer(),
                    drawer -> write(drawer, writer, generator -> {
                        FilmReel reel = new FilmReel(wanted, FilmPlayer.FRAMES_PER_SECOND, ofAverage, generator::draw);
                        return new Job(reel, drawer.texts(), file, begun);
                    }));
        });
    }

    /**
     * Who draws the film.
     *
     * @param studio builds the generator
     * @param texts where it comes from
     */
    private record Drawer(Supplier<OfflineSampler> studio, Map<String, String> texts) {}

    private CompletableFuture<Drawer> drawer() {
        if (source.get() instanceof GeneratorSource.Frozen held) {
            return CompletableFuture.completedFuture(
                    new Drawer(() -> new OfflineSampler(held), ImageProvenance.of(held)));
        }
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(captured));
        return captured.thenApply(capture -> new Drawer(
                () -> new OfflineSampler(capture),
                ImageProvenance.of(capture.info(), capture.state().step())));
    }

    private Runnable write(Drawer drawer, Writer writer, Function<OfflineSampler, Job> job) {
        try (OfflineSampler generator = drawer.studio().get()) {
            String done = writer.write(job.apply(generator));
            return () -> notices.showRemark(done);
        } catch (SpecException e) {
            return () -> notices.report(Messages.text("film.other"));
        } catch (CancellationException e) {
            return () -> notices.showRemark(Messages.text("film.stopped"));
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
