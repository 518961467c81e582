package org.ganvas.viewmodel;

import java.util.concurrent.Executor;
import org.ganvas.session.LatentDesk;
import org.ganvas.session.ThreadPolicy;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;

/**
 * The whole window: hands each snapshot to the panes' view models, once a frame. Made and used on the FX thread only.
 */
public final class ShellViewModel {

    /** A little less than two frames of a screen at 60 Hz. */
    private static final long NEWS_NANOS = 30_000_000;

    private final TrainingDesk desk;
    private final UndoStack undo = new UndoStack();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final StatusViewModel status = new StatusViewModel();
    private final PicturesViewModel pictures = new PicturesViewModel();
    private final RunViewModel run;
    private final RecipeViewModel recipe;
    private final DataLooks looks;
    private final SettingsViewModel settings;
    private final CurvesViewModel curves;
    private final LatentViewModel latent;
    private final ProjectViewModel project;
    private final ThreadsViewModel threads;
    private long nextNews = Long.MIN_VALUE;

    /**
     * @param io reads and writes files
     */
    public ShellViewModel(TrainingDesk desk, LatentDesk latentDesk, Prompts prompts, Choices choices, Executor io) {
        this.desk = desk;
        run = new RunViewModel(desk, prompts);
        looks = new DataLooks(io);
        recipe = new RecipeViewModel(desk, run, prompts, undo, choices, looks);
        settings = new SettingsViewModel(desk, undo);
        curves = new CurvesViewModel(desk);
        latent = new LatentViewModel(latentDesk, settings.averagedProperty());
        project = new ProjectViewModel(desk, run, notices, prompts, io);
        threads = new ThreadsViewModel(desk, undo, ThreadPolicy.cores());
        show(TrainingSnapshot.EMPTY);
    }

    /**
     * Takes what the session has left and passes it on.
     *
     * @param nanos the time of the frame, from any fixed point
     */
    public void pulse(long nanos) {
        undo.pulse(nanos);
        notices.pulse(nanos);
        project.pulse();
        looks.pulse();
        // Frames in between belong to what is in the hand: everything else at once, or the screen is drawn twice.
        if (nanos >= nextNews) {
            nextNews = nanos + NEWS_NANOS;
            TrainingSnapshot snapshot = desk.take();
            if (snapshot != null) {
                show(snapshot);
            }
            curves.pulse(nanos);
        }
        latent.pulse(nanos);
    }

    private void show(TrainingSnapshot snapshot) {
        run.show(snapshot);
        recipe.show(snapshot);
        settings.show(snapshot);
        status.show(snapshot);
        threads.show(snapshot);
        pictures.show(snapshot);
        curves.show(snapshot);
        latent.show(snapshot);
        notices.show(snapshot);
        project.show(snapshot);
    }

    // ---- Properties ----

    public RunViewModel run() {
        return run;
    }

    public RecipeViewModel recipe() {
        return recipe;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public PicturesViewModel pictures() {
        return pictures;
    }

    public CurvesViewModel curves() {
        return curves;
    }

    public LatentViewModel latent() {
        return latent;
    }

    public ProjectViewModel project() {
        return project;
    }

    public StatusViewModel status() {
        return status;
    }

    public ThreadsViewModel threads() {
        return threads;
    }

    public NoticesViewModel notices() {
        return notices;
    }

    public UndoStack undo() {
        return undo;
    }
}
