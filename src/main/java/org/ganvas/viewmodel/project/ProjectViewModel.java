package org.ganvas.viewmodel.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Opening and saving runs as project files. Training goes on while a file is written; files are read and written by the
 * executor, and what came of it is picked up at the next frame. FX thread.
 */
public final class ProjectViewModel implements SnapshotListener, FrameListener {

    private static final System.Logger LOG = System.getLogger(ProjectViewModel.class.getName());
    private static final Runnable NOTHING = () -> {};

    private final TrainingSession desk;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final AppServices cabinet;
    private final PresentationViewModel classMode;
    private final Predicate<String> mayLeave;
    private final RecentProjectsViewModel recent;

    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final FrameTasks fileTasks;
    private final BooleanBinding saveable;
    private @Nullable Runnable whenIdle;

    /**
     * @param mayLeave whether the run may be replaced: asks with these words if work is unsaved
     */
    public ProjectViewModel(
            TrainingSession desk,
            DocumentViewModel document,
            NoticesViewModel notices,
            UserPrompts prompts,
            AppServices cabinet,
            PresentationViewModel classMode,
            Predicate<String> mayLeave) {
        this.desk = desk;
        this.document = document;
        this.notices = notices;
        this.prompts = prompts;
        this.cabinet = cabinet;
        this.classMode = classMode;
        this.mayLeave = mayLeave;
        recent = new RecentProjectsViewModel(cabinet, notices, this::open);
        fileTasks = new FrameTasks(cabinet.io(), notices::reportInternalError);
        saveable = hasRun.and(fileTasks.busyProperty().not());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        hasRun.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
    }

    @Override
    public void onFrame(long nanos) {
        recent.onFrame();
        fileTasks.runFinished();
        Runnable next = whenIdle;
        if (next != null && !fileTasks.busyProperty().get()) {
            whenIdle = null;
            next.run();
        }
    }

    /** What is under way with files, one thing after the other, for others who read and write them. */
    public FrameTasks fileTasks() {
        return fileTasks;
    }

    // ---- Properties ----

    /** The file this run was opened from or saved to; null if there is none yet. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return document.fileProperty();
    }

    /** Whether a file is being read or written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return fileTasks.busyProperty();
    }

    /** Whether there is a run to save and no file is under way. */
    public BooleanBinding saveableProperty() {
        return saveable;
    }

    /** What was open lately. */
    public RecentProjectsViewModel recent() {
        return recent;
    }

    // ---- Commands ----

    /** Saves to the run's file, asking for one the first time. */
    public void save() {
        startSaving();
    }

    /** Saves as {@link #save} does; false if there was nothing to save or the person changed their mind. */
    public boolean startSaving() {
        Path known = document.fileProperty().get();
        Optional<Path> target =
                !hasRun.get() ? Optional.empty() : known != null ? Optional.of(known) : prompts.chooseProjectToSave();
        target.ifPresent(file -> saveTo(file, false));
        return target.isPresent();
    }

    /** Saves to a file of choice, which the run belongs to from now on. */
    public void saveAs() {
        saveTo(false);
    }

    /** Saves a copy to a file of choice; the run goes on belonging to its own. */
    public void saveCopy() {
        saveTo(true);
    }

    private void saveTo(boolean copy) {
        if (saveable.get()) {
            prompts.chooseProjectToSave().ifPresent(file -> saveTo(file, copy));
        }
    }

    private void saveTo(Path target, boolean copy) {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(captured));
        List<String> hidden = classMode.hiddenKeys();
        fileTasks.runAfter(captured, capture -> write(capture, hidden, target, copy));
    }

    private Runnable write(RunCapture capture, List<String> hidden, Path target, boolean copy) {
        try {
            cabinet.store().save(capture, new ProjectExtras(checkpoints(capture), hidden), target);
        } catch (ProjectException e) {
            return () -> notSaved(capture, copy, e);
        }
        if (!copy && cabinet.recovery() != null) {
            // Here and not at the next frame: a safety copy of later steps may be waiting behind this.
            cabinet.recovery().forget();
        }
        return () -> saved(capture, target, copy);
    }

    /** Moments are for looking back: if they cannot be read, the run is saved without them. */
    private List<ProjectCheckpoint> checkpoints(RunCapture capture) {
        try {
            return ProjectCheckpointSelection.of(
                    desk.history(), capture.info().number(), capture.state().step());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A project is saved without its moments.", e);
            return List.of();
        }
    }

    private void saved(RunCapture capture, Path target, boolean copy) {
        if (!copy) {
            document.saved(capture, target);
        }
        recent.addFirst(target);
        notices.say(Messages.text(
                copy ? "project.copied" : "project.saved",
                target.getFileName(),
                NumberFormats.count(capture.state().step())));
    }

    private void notSaved(RunCapture capture, boolean copy, ProjectException e) {
        whenIdle = null;
        document.askAgain();
        notices.report(
                Messages.text(e.message()) + (document.isCurrentRun(capture) ? " " + document.unsavedText() : ""),
                new NoticeAction(Messages.text("project.saveElsewhere"), () -> saveElsewhere(capture, copy)));
    }

    /** A run that is not on the desk any more lives on in its capture until it is saved. */
    private void saveElsewhere(RunCapture capture, boolean copy) {
        if (document.isCurrentRun(capture)) {
            saveTo(copy);
        } else {
            List<String> hidden = classMode.hiddenKeys();
            prompts.chooseProjectToSave().ifPresent(target -> fileTasks.run(() -> write(capture, hidden, target, copy)));
        }
    }

    /** Opens a project of choice, asking first about unsaved work. */
    public void open() {
        if (!busyProperty().get()) {
            prompts.chooseProjectToOpen().ifPresent(this::open);
        }
    }

    /** Opens a project, asking first about unsaved work. */
    public void open(Path source) {
        if (!busyProperty().get() && mayLeave.test("prompt.open")) {
            fileTasks.run(() -> read(source));
        }
    }

    private Runnable read(Path source) {
        try {
            RunCapture capture = cabinet.store().load(source);
            List<String> hidden = cabinet.store().summary(source).hidden();
            List<ProjectCheckpoint> past = ProjectFile.moments(source);
            return () -> {
                document.expect(new DocumentViewModel.Expected(capture.info().request(), source, true, () -> {
                    recent.addFirst(source);
                    classMode.restore(hidden);
                }));
                desk.submit(new TrainingCommand.Restore(capture, past));
            };
        } catch (ProjectException e) {
            return () -> {
                document.askAgain();
                notices.report(Messages.text(e.message()));
            };
        }
    }

    /** Does something as soon as no file is under way, unless saving fails. */
    public void whenIdle(Runnable work) {
        whenIdle = work;
    }
}
