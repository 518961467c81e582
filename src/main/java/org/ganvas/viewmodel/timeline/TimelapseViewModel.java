package org.ganvas.viewmodel.timeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.TimelapseExport;
import org.ganvas.project.media.TimelapsePoints;
import org.ganvas.project.media.TimelapseStyle;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.ExportTasks;
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
    private final ExportTasks exports;
    private final BooleanBinding ready;
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.GIF);
    private final ObjectProperty<Integer> side = new SimpleObjectProperty<>(TimelapseStyle.DEFAULT.side());
    private final ObjectProperty<Integer> rate =
            new SimpleObjectProperty<>((int) TimelapseStyle.DEFAULT.framesPerSecond());
    private final BooleanProperty captioned = new SimpleBooleanProperty(true);
    private @Nullable RunInfo run;
    private @Nullable SampleGrid real;
    private long step;
    private boolean trains;

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
        exports = new ExportTasks(films, notices);
        this.ready = ready.and(exports.busyProperty().not());
    }

    @Override
    public void onFrame(long nanos) {
        exports.onFrame();
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        run = snapshot.run();
        real = snapshot.real();
        step = snapshot.step();
        trains = snapshot.state() == RunState.RUNNING;
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
        return exports.busyProperty();
    }

    /** Fraction that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return exports.progressProperty();
    }

    // ---- Commands ----

    /** Cancels the export; no file is left behind. */
    public void cancel() {
        exports.cancel();
    }

    /** Exports the checkpoints as a film in the chosen format and style. */
    public void export() {
        RunInfo shown = run;
        SampleGrid data = real;
        if (shown != null && ready.get()) {
            TimelapsePoints points = new TimelapsePoints(
                    data != null && data.shape().isPoint() ? data.pixels() : new float[0], shown.pointTransform());
            long end = step;
            TimelapseStyle style = new TimelapseStyle(side.get(), rate.get(), captioned.get());
            prompts.chooseFilm("timelapse" + format.get().film.extension(), file -> {
                notices.showRemark(Messages.text(trains ? "timelapse.begun.running" : "timelapse.begun"));
                exports.run(CompletableFuture.completedFuture(shown), file, (info, progress) -> {
                    int count = TimelapseExport.save(
                            ProjectCheckpointSelection.of(session.history(), info.number(), end),
                            PastRealPoints.bySteps(session.history(), info, points),
                            style,
                            progress,
                            file);
                    return Messages.text("timelapse.done", NumberFormats.count(count), file.getFileName());
                });
            });
        }
    }
}
