package org.ganvas.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.ganvas.data.Progress;
import org.ganvas.project.ProjectException;
import org.ganvas.project.TimelapseExport;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Album;
import org.ganvas.session.history.PastMoment;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/** The run as a film of a few seconds in a file. Training and saving go on while it is written. FX thread. */
public final class TimelapseViewModel {

    private final TrainingDesk desk;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final Chores chores;
    private final BooleanBinding ready;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private @Nullable FilmWork work;
    private @Nullable RunInfo run;
    private @Nullable PictureGrid real;
    private long step;

    /**
     * @param films writes films, which take long: not the thread that saves projects
     * @param ready whether there is a run and no file is under way
     */
    TimelapseViewModel(
            TrainingDesk desk, NoticesViewModel notices, Prompts prompts, Executor films, BooleanBinding ready) {
        this.desk = desk;
        this.notices = notices;
        this.prompts = prompts;
        chores = new Chores(films, notices::internal);
        this.ready = ready.and(chores.busyProperty().not());
    }

    void pulse() {
        chores.pulse();
        FilmWork now = work;
        progress.set(now == null ? 0 : now.done());
    }

    void show(TrainingSnapshot snapshot) {
        run = snapshot.run();
        real = snapshot.real();
        step = snapshot.step();
    }

    // ---- Properties ----

    /** Whether there is a run and no file is under way. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    /** Whether one is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    /** 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Gives up the one that is being written; nothing of it stays. */
    public void cancel() {
        FilmWork now = work;
        if (now != null) {
            now.stop();
        }
    }

    /** Writes the kept moments as an animated GIF. */
    public void export() {
        RunInfo shown = run;
        PictureGrid data = real;
        if (shown != null && ready.get()) {
            float[] points = data != null && data.shape().isPoint() ? data.pixels() : new float[0];
            long end = step;
            prompts.chooseExport("timelapse.gif").ifPresent(file -> {
                notices.say(Messages.text("timelapse.begun"));
                FilmWork begun = new FilmWork();
                work = begun;
                chores.run(() -> write(() -> Album.of(desk.history(), shown.number(), end), points, begun, file));
            });
        }
    }

    /** Reading the album is part of the work. */
    @FunctionalInterface
    private interface Pictures {
        List<PastMoment> read() throws IOException;
    }

    private Runnable write(Pictures pictures, float[] points, Progress told, Path file) {
        try {
            int count = TimelapseExport.save(pictures.read(), points, told, file);
            return () -> notices.say(Messages.text("timelapse.done", Figures.count(count), file.getFileName()));
        } catch (CancellationException e) {
            return () -> notices.say(Messages.text("film.stopped"));
        } catch (ProjectException | IOException e) {
            return () -> notices.report(String.valueOf(e.getMessage()));
        }
    }
}
