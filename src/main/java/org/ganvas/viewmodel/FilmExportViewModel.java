package org.ganvas.viewmodel;

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
import org.ganvas.project.FilmExport;
import org.ganvas.project.FilmFormat;
import org.ganvas.project.FilmFrames;
import org.ganvas.project.ProjectException;
import org.ganvas.project.Provenance;
import org.ganvas.project.SheetStyle;
import org.ganvas.session.Film;
import org.ganvas.session.FilmReel;
import org.ganvas.session.GeneratorSource;
import org.ganvas.session.GeneratorStudio;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** A film on its way into a file, with the generator that is explored, as it was when that was asked for. FX thread. */
public final class FilmExportViewModel {

    private static final String FOLDER_ENDING = ".frames";
    private static final int SHEET_SIDE = 8;
    private static final int SHEET_PIXELS = 2048;
    private static final int FRAME_PIXELS = 512;

    private final TrainingDesk desk;
    private final Supplier<Film> film;
    private final Supplier<GeneratorSource> source;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final ReadOnlyBooleanProperty averaged;
    private final Chores chores;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private @Nullable FilmWork work;

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
                    reel.count(), SheetStyle.fitting(reel.frame(0), 0, pixels), reel::frame, progress);
        }
    }

    /**
     * @param source whose generator is explored
     * @param films writes films, which take long: not the thread that saves projects
     */
    FilmExportViewModel(
            TrainingDesk desk,
            Supplier<Film> film,
            Supplier<GeneratorSource> source,
            NoticesViewModel notices,
            Prompts prompts,
            Executor films,
            ReadOnlyBooleanProperty averaged) {
        this.desk = desk;
        this.film = film;
        this.source = source;
        this.notices = notices;
        this.prompts = prompts;
        this.averaged = averaged;
        chores = new Chores(films, notices::internal);
    }

    void pulse() {
        chores.pulse();
        FilmWork now = work;
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
        return Figures.count(job.reel().count());
    }

    /** Writes pictures of the whole film side by side. */
    public void exportSheet() {
        ask("film-sheet.png", job -> {
            PictureGrid sheet = job.reel().sheet(SHEET_SIDE, SHEET_SIDE);
            FilmExport.saveSheet(sheet, SheetStyle.fitting(sheet, 2, SHEET_PIXELS), job.texts(), job.file());
            return Messages.text(
                    "film.contactSheet.done",
                    Figures.count(sheet.count()),
                    job.file().getFileName());
        });
    }

    /** Gives up the film that is being written; nothing of it stays. */
    public void cancel() {
        FilmWork now = work;
        if (now != null) {
            now.stop();
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
            FilmWork begun = new FilmWork();
            work = begun;
            boolean ofAverage = averaged.get();
            chores.after(
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
    private record Drawer(Supplier<GeneratorStudio> studio, Map<String, String> texts) {}

    private CompletableFuture<Drawer> drawer() {
        if (source.get() instanceof GeneratorSource.Frozen held) {
            return CompletableFuture.completedFuture(new Drawer(() -> new GeneratorStudio(held), Provenance.of(held)));
        }
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(captured));
        return captured.thenApply(capture -> new Drawer(
                () -> new GeneratorStudio(capture),
                Provenance.of(capture.info(), capture.state().step())));
    }

    private Runnable write(Drawer drawer, Writer writer, Function<GeneratorStudio, Job> job) {
        try (GeneratorStudio generator = drawer.studio().get()) {
            String done = writer.write(job.apply(generator));
            return () -> notices.say(done);
        } catch (SpecException e) {
            return () -> notices.report(Messages.text("film.other"));
        } catch (CancellationException e) {
            return () -> notices.say(Messages.text("film.stopped"));
        } catch (ProjectException e) {
            return () -> notices.report(e.getMessage());
        }
    }
}
