package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import org.ganvas.data.ProgressListener;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.dream.DreamFilm;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.ExportTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Export of the film of the way. FX thread. */
public final class DreamFilmExport {

    private static final double FRAMES_PER_SECOND = 20;
    private static final int SIDE = 512;

    private final UserPrompts prompts;
    private final ExportTasks exports;

    DreamFilmExport(UserPrompts prompts, NoticesViewModel notices, Executor films) {
        this.prompts = prompts;
        exports = new ExportTasks(films, notices);
    }

    void onFrame() {
        exports.onFrame();
    }

    void export(Supplier<@Nullable DreamFilm> film, FilmFormat format, String description) {
        DreamFilm shown = film.get();
        if (shown == null || exports.busyProperty().get()) {
            return;
        }
        Map<String, String> texts = ImageProvenance.of("Dream", description);
        prompts.chooseFilm(
                "dream" + format.extension(),
                file -> exports.run(
                        CompletableFuture.completedFuture(shown),
                        file,
                        (chosen, progress) -> write(chosen, format, texts, file, progress)));
    }

    private static String write(
            DreamFilm film, FilmFormat format, Map<String, String> texts, Path file, ProgressListener progress)
            throws ProjectException {
        ContactSheetStyle style = ContactSheetStyle.fitting(film.frame(0), 0, Math.min(SIDE, format.maxImageSide()));
        FilmExport.save(
                FilmFrames.ofGrids(film.count(), style, film::frame, progress), format, FRAMES_PER_SECOND, texts, file);
        return Messages.text("film.done", NumberFormats.count(film.count()), file.getFileName());
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty busyProperty() {
        return exports.busyProperty();
    }

    /** Share that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return exports.progressProperty();
    }

    // ---- Commands ----

    /** Cancels the export; nothing of its file stays. */
    public void cancel() {
        exports.cancel();
    }
}
