package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.dream.DreamFilm;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.timeline.FilmExportProgress;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Export of the film of the way. FX thread. */
public final class DreamFilmExport {

    private static final double FRAMES_PER_SECOND = 20;
    private static final int SIDE = 512;

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private FilmExportProgress latest = new FilmExportProgress();

    DreamFilmExport(UserPrompts prompts, NoticesViewModel notices, Executor films) {
        this.prompts = prompts;
        this.notices = notices;
        tasks = new FrameTasks(films, notices::reportInternalError);
    }

    void onFrame() {
        tasks.runFinished();
        progress.set(latest.done());
    }

    void export(Supplier<@Nullable DreamFilm> film, FilmFormat format, String description) {
        DreamFilm shown = film.get();
        if (shown == null || tasks.busyProperty().get()) {
            return;
        }
        prompts.chooseFilm("dream" + format.extension(), file -> {
            FilmExportProgress started = new FilmExportProgress();
            latest = started;
            tasks.run(() -> write(shown, format, ImageProvenance.of("Dream", description), file, started));
        });
    }

    private Runnable write(
            DreamFilm film, FilmFormat format, Map<String, String> texts, Path file, FilmExportProgress started) {
        try {
            ContactSheetStyle style =
                    ContactSheetStyle.fitting(film.frame(0), 0, Math.min(SIDE, format.maxImageSide()));
            FilmExport.save(
                    FilmFrames.ofGrids(film.count(), style, film::frame, started),
                    format,
                    FRAMES_PER_SECOND,
                    texts,
                    file);
            String done = Messages.text("film.done", NumberFormats.count(film.count()), file.getFileName());
            return () -> notices.showSaved(done, file);
        } catch (CancellationException e) {
            return () -> notices.showRemark(Messages.text("film.stopped"));
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Share that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Cancels the export; nothing of its file stays. */
    public void cancel() {
        latest.cancel();
    }
}
