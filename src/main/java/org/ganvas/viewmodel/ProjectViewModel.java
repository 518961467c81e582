package org.ganvas.viewmodel;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
    private final Executor io;

    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding saveable = hasRun.and(busy.not());
    private @Nullable CompletableFuture<Runnable> pending;
    private int shownRun = -1;
    private @Nullable Path opening;
    private @Nullable RunRequest openingRequest;

    ProjectViewModel(TrainingDesk desk, RunViewModel run, NoticesViewModel notices, Prompts prompts, Executor io) {
        this.desk = desk;
        this.run = run;
        this.notices = notices;
        this.prompts = prompts;
        this.io = io;
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

    void pulse() {
        CompletableFuture<Runnable> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            busy.set(false);
            finished.join().run();
        }
    }

    // ---- Properties ----

    /** The file this run was opened from or saved to; null if there is none yet. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether a file is being read or written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
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
        await(captured.thenApplyAsync(capture -> write(capture, target), io));
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
        if (!busy.get()) {
            prompts.chooseProjectToOpen().ifPresent(this::open);
        }
    }

    /** Opens a project, asking first if trained work would be lost. */
    public void open(Path source) {
        if (busy.get() || !run.mayLoseWork("prompt.open")) {
            return;
        }
        await(CompletableFuture.supplyAsync(() -> read(source), io));
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

    private void await(CompletableFuture<Runnable> work) {
        busy.set(true);
        pending = work.exceptionally(
                failure -> () -> notices.report(Messages.text("problem.internal", describe(failure))));
    }

    private static String describe(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
