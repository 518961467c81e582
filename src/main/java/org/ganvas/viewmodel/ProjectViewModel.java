package org.ganvas.viewmodel;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.project.ProjectException;
import org.ganvas.project.ProjectFile;
import org.ganvas.session.RunCapture;
import org.ganvas.session.RunRequest;
import org.ganvas.session.RunState;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Opening and saving runs as project files. Training goes on while a file is written; files are read and written by the
 * executor, and what came of it is picked up at the next frame. FX thread.
 */
public final class ProjectViewModel {

    private final TrainingDesk desk;
    private final RunViewModel run;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final FileWork files;

    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding saveable;
    private int shownRun = -1;
    private @Nullable Path opening;
    private @Nullable RunRequest openingRequest;

    ProjectViewModel(TrainingDesk desk, RunViewModel run, NoticesViewModel notices, Prompts prompts, FileWork files) {
        this.desk = desk;
        this.run = run;
        this.notices = notices;
        this.prompts = prompts;
        this.files = files;
        saveable = hasRun.and(files.busyProperty().not());
    }

    void show(TrainingSnapshot snapshot) {
        hasRun.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        if (snapshot.run() != null && snapshot.run().number() != shownRun) {
            shownRun = snapshot.run().number();
            // A run that came from a file belongs to it; any other new run belongs to none yet.
            boolean opened = openingRequest != null
                    && openingRequest.equals(snapshot.run().request());
            file.set(opened ? opening : null);
            openingRequest = null;
        }
    }

    // ---- Properties ----

    /** The file this run was opened from or saved to; null if there is none yet. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether a file is being read or written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return files.busyProperty();
    }

    /** Whether there is a run to save and no file is under way. */
    public BooleanBinding saveableProperty() {
        return saveable;
    }

    // ---- Commands ----

    /** Saves to the run's file, asking for one the first time. */
    public void save() {
        Path known = file.get();
        if (known != null) {
            saveTo(known);
        } else {
            saveAs();
        }
    }

    /** Saves to a file of choice. */
    public void saveAs() {
        if (saveable.get()) {
            prompts.chooseProjectToSave().ifPresent(this::saveTo);
        }
    }

    private void saveTo(Path target) {
        if (!saveable.get()) {
            return;
        }
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(captured));
        files.run(captured, capture -> write(capture, target));
    }

    private Runnable write(RunCapture capture, Path target) {
        try {
            ProjectFile.save(capture, target);
        } catch (ProjectException e) {
            return () -> notices.report(e.getMessage());
        }
        return () -> {
            if (capture.info().number() == shownRun) {
                file.set(target);
            }
            notices.say(Messages.text(
                    "project.saved",
                    target.getFileName(),
                    Figures.count(capture.state().step())));
        };
    }

    /** Opens a project of choice, asking first if trained work would be lost. */
    public void open() {
        if (!files.busy()) {
            prompts.chooseProjectToOpen().ifPresent(this::open);
        }
    }

    /** Opens a project, asking first if trained work would be lost. */
    public void open(Path source) {
        if (files.busy() || !run.mayLoseWork("prompt.open")) {
            return;
        }
        files.run(() -> read(source));
    }

    private Runnable read(Path source) {
        try {
            RunCapture capture = ProjectFile.load(source);
            return () -> {
                opening = source;
                openingRequest = capture.info().request();
                desk.submit(new TrainingCommand.Restore(capture));
            };
        } catch (ProjectException e) {
            return () -> notices.report(e.getMessage());
        }
    }
}
