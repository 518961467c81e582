package org.ganvas.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.binding.BooleanBinding;
import org.ganvas.project.ProjectException;
import org.ganvas.project.TimelapseExport;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Album;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/** The run as a film of a few seconds in a file. Training goes on while it is written. FX thread. */
public final class TimelapseViewModel {

    private final TrainingDesk desk;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final Chores chores;
    private final BooleanBinding ready;
    private @Nullable RunInfo run;
    private @Nullable PictureGrid real;
    private long step;

    /**
     * @param ready whether there is a run and no file is under way
     */
    TimelapseViewModel(
            TrainingDesk desk, NoticesViewModel notices, Prompts prompts, Chores chores, BooleanBinding ready) {
        this.desk = desk;
        this.notices = notices;
        this.prompts = prompts;
        this.chores = chores;
        this.ready = ready;
    }

    void show(TrainingSnapshot snapshot) {
        run = snapshot.run();
        real = snapshot.real();
        step = snapshot.step();
    }

    /** Whether there is a run and no file is under way. */
    public BooleanBinding readyProperty() {
        return ready;
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
                chores.run(() -> write(shown.number(), end, points, file));
            });
        }
    }

    private Runnable write(int number, long end, float[] points, Path file) {
        try {
            int count = TimelapseExport.save(
                    Album.of(desk.history(), number, end), points, Thread.currentThread()::isInterrupted, file);
            return () -> notices.say(Messages.text("timelapse.done", Figures.count(count), file.getFileName()));
        } catch (ProjectException | IOException e) {
            return () -> notices.report(String.valueOf(e.getMessage()));
        }
    }
}
