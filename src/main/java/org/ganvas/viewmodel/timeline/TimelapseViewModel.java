package org.ganvas.viewmodel.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.TimelapseExport;
import org.ganvas.project.media.TimelapseStyle;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Export of the run as an animation of its checkpoints. Training and saving continue while it is written. FX thread. */
public final class TimelapseViewModel implements SnapshotListener, FrameListener {

    /** Formats to choose from. */
    public enum Format {
        GIF(FilmFormat.GIF),
        MP4(FilmFormat.MP4),
        APNG(FilmFormat.APNG);

        private final FilmFormat film;

        Format(FilmFormat film) {
            this.film = film;
        }
    }

    /** Sizes to choose from, in pixels of the longest side. */
    public static final List<Integer> SIDES = List.of(256, 512, 1024);

    /** Rates to choose from, in frames per second. */
    public static final List<Integer> RATES = List.of(10, 20, 30);

    private final TrainingSession session;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final FrameTasks tasks;
    private final BooleanBinding ready;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.GIF);
    private final ObjectProperty<Integer> side = new SimpleObjectProperty<>(TimelapseStyle.DEFAULT.side());
    private final ObjectProperty<Integer> rate =
            new SimpleObjectProperty<>((int) TimelapseStyle.DEFAULT.framesPerSecond());
    private final BooleanProperty captioned = new SimpleBooleanProperty(true);
    private @Nullable FilmExportProgress current;
    private @Nullable RunInfo run;
    private @Nullable SampleGrid real;
    private long step;

    /**
     * @param films runs exports, which take long: not the thread that saves projects
     * @param ready whether there is a run and no file is being read or written
     */
    public TimelapseViewModel(
            TrainingSession session,
            NoticesViewModel notices,
            UserPrompts prompts,
            Executor films,
            BooleanBinding ready) {
        this.session = session;
        this.notices = notices;
        this.prompts = prompts;
        tasks = new FrameTasks(films, notices::reportInternalError);
        this.ready = ready.and(tasks.busyProperty().not());
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
        FilmExportProgress now = current;
        progress.set(now == null ? 0 : now.done());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        run = snapshot.run();
        real = snapshot.real();
        step = snapshot.step();
    }

    // ---- Properties ----

    /** Format of the file. */
    public ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** Longest side in pixels, one of {@link #SIDES}. */
    public ObjectProperty<Integer> sideProperty() {
        return side;
    }

    /** Frames per second, one of {@link #RATES}. */
    public ObjectProperty<Integer> rateProperty() {
        return rate;
    }

    /** Whether the step stands under each frame. */
    public BooleanProperty captionedProperty() {
        return captioned;
    }

    /** Whether there is a run and no file is being read or written. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    /** Whether a timelapse is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Fraction that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Cancels the export; no file is left behind. */
    public void cancel() {
        FilmExportProgress now = current;
        if (now != null) {
            now.cancel();
        }
    }

    /** Exports the checkpoints as a film in the chosen format and style. */
    public void export() {
        RunInfo shown = run;
        SampleGrid data = real;
        if (shown != null && ready.get()) {
            float[] points = data != null && data.shape().isPoint() ? data.pixels() : new float[0];
            long end = step;
            TimelapseStyle style = new TimelapseStyle(side.get(), rate.get(), captioned.get());
            prompts.chooseFilm("timelapse" + format.get().film.extension(), file -> {
                notices.showRemark(Messages.text("timelapse.begun"));
                FilmExportProgress begun = new FilmExportProgress();
                current = begun;
                tasks.run(() -> write(
                        () -> TimelapseExport.save(
                                ProjectCheckpointSelection.of(session.history(), shown.number(), end),
                                points,
                                shown.pointTransform(),
                                style,
                                begun,
                                file),
                        file));
            });
        }
    }

    /** Export of checkpoints in the background; gives their number. */
    @FunctionalInterface
    private interface Export {
        int save() throws IOException, ProjectException;
    }

    private Runnable write(Export export, Path file) {
        try {
            int count = export.save();
            return () -> notices.showSaved(
                    Messages.text("timelapse.done", NumberFormats.count(count), file.getFileName()), file);
        } catch (CancellationException e) {
            return () -> notices.showRemark(Messages.text("film.stopped"));
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        } catch (IOException e) {
            return () -> notices.reportFailure(e);
        }
    }
}
