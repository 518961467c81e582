package org.ganvas.viewmodel.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectExtras;
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
import org.ganvas.viewmodel.support.LeaveQuestion;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Opening and saving of runs as project files. Training continues while a file is written; files are read and written by
 * the executor, results are taken over at the next frame. FX thread.
 */
public final class ProjectViewModel implements SnapshotListener, FrameListener {

    private static final System.Logger LOG = System.getLogger(ProjectViewModel.class.getName());
    private static final Runnable NOTHING = () -> {};

    private final TrainingSession session;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final AppServices services;
    private final PresentationViewModel presentation;
    private final UndoStack undo;
    private final LeaveQuestion leave;
    private final DataChangeViewModel dataChange;
    private final RecentProjectsViewModel recent;

    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final FrameTasks fileTasks;
    private final BooleanBinding saveable;
    private @Nullable Runnable whenIdle;

    /**
     * @param leave asks about unsaved work before the run is replaced
     */
    public ProjectViewModel(
            TrainingSession session,
            DocumentViewModel document,
            NoticesViewModel notices,
            UserPrompts prompts,
            AppServices services,
            PresentationViewModel presentation,
            LeaveQuestion leave,
            UndoStack undo) {
        this.session = session;
        this.document = document;
        this.notices = notices;
        this.prompts = prompts;
        this.services = services;
        this.presentation = presentation;
        this.leave = leave;
        this.undo = undo;
        dataChange = new DataChangeViewModel(document, notices, prompts);
        recent = new RecentProjectsViewModel(services, notices, this::open);
        fileTasks = new FrameTasks(services.io(), notices::reportInternalError);
        saveable = hasRun.and(fileTasks.busyProperty().not());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        hasRun.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        dataChange.onSnapshot(snapshot);
    }

    @Override
    public void onFrame(long nanos) {
        recent.onFrame();
        dataChange.onFrame(nanos);
        fileTasks.runFinished();
        Runnable next = whenIdle;
        if (next != null && !fileTasks.busyProperty().get()) {
            whenIdle = null;
            next.run();
        }
    }

    /** Queue of all reading and writing of files of the run: one at a time. */
    public FrameTasks fileTasks() {
        return fileTasks;
    }

    // ---- Properties ----

    /** File that the run was opened from or saved to; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return document.fileProperty();
    }

    /** Whether a file is being read or written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return fileTasks.busyProperty();
    }

    /** Whether there is a run and no file is being read or written. */
    public BooleanBinding saveableProperty() {
        return saveable;
    }

    /** Confirmation of data that has changed. */
    public DataChangeViewModel dataChange() {
        return dataChange;
    }

    /** Projects that were opened or saved recently. */
    public RecentProjectsViewModel recent() {
        return recent;
    }

    // ---- Commands ----

    /** Saves to the run's file; asks for one the first time. */
    public void save() {
        chooseFile(file -> saveTo(file, false));
    }

    /**
     * Saves as {@link #save()} does, before something replaces the run: the file takes its checkpoints from the history,
     * which another run empties.
     *
     * @param saved called once the file is written; not if there is no run, the user cancels or saving fails
     */
    public void saveBefore(Runnable saved) {
        chooseFile(file -> {
            saveTo(file, false);
            whenIdle(saved);
        });
    }

    private void chooseFile(Consumer<Path> chosen) {
        Path known = document.fileProperty().get();
        if (!hasRun.get()) {
            return;
        }
        if (known != null) {
            chosen.accept(known);
        } else {
            prompts.chooseProjectToSave(chosen);
        }
    }

    /** Saves to a chosen file, which becomes the file of the run. */
    public void saveAs() {
        saveTo(false);
    }

    /** Saves a copy to a chosen file; the file of the run stays the same. */
    public void saveCopy() {
        saveTo(true);
    }

    private void saveTo(boolean copy) {
        if (saveable.get()) {
            prompts.chooseProjectToSave(file -> saveTo(file, copy));
        }
    }

    private void saveTo(Path target, boolean copy) {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        List<String> hidden = presentation.hiddenKeys();
        fileTasks.runAfter(captured, capture -> write(capture, hidden, target, copy));
    }

    private Runnable write(RunCapture capture, List<String> hidden, Path target, boolean copy) {
        try {
            services.store().save(capture, new ProjectExtras(checkpoints(capture), hidden), target);
        } catch (ProjectException e) {
            return () -> notSaved(capture, target, copy, e);
        }
        if (!copy && services.recovery() != null) {
            // Not at the next frame: by then the executor may have written a copy of later steps.
            services.recovery().deleteOwnCopies();
        }
        String size = NumberFormats.bytes(target.toFile().length());
        return () -> saved(capture, target, size, copy);
    }

    /** Checkpoints for the file; none if they cannot be read, because the run itself is worth more. */
    private List<ProjectCheckpoint> checkpoints(RunCapture capture) {
        try {
            return ProjectCheckpointSelection.withNetworks(session.history(), capture);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A project is saved without its checkpoints.", e);
            return List.of();
        }
    }

    private void saved(RunCapture capture, Path target, String size, boolean copy) {
        if (!copy) {
            document.saved(capture, target);
        }
        recent.addFirst(target);
        notices.savingSucceeded();
        notices.showSaved(
                Messages.text(
                        copy ? "project.copied" : "project.saved",
                        target.getFileName(),
                        NumberFormats.count(capture.state().step()),
                        size),
                target);
    }

    private void notSaved(RunCapture capture, Path target, boolean copy, ProjectException e) {
        whenIdle = null;
        document.askAgain();
        String replace = "";
        if (services.store().isChangedElsewhere(target)) {
            // The user knows now, so saving there once more is a decision.
            services.store().allowReplacing(target);
            replace = " " + Messages.text("project.saveAgain");
        }
        notices.report(
                Messages.text(e.message())
                        + replace
                        + (document.isCurrentRun(capture) ? " " + document.unsavedText() : ""),
                new NoticeAction(Messages.text("project.saveElsewhere"), () -> saveElsewhere(capture, copy)));
    }

    /** Saves a capture whose run may have been replaced since. */
    private void saveElsewhere(RunCapture capture, boolean copy) {
        if (document.isCurrentRun(capture)) {
            saveTo(copy);
        } else {
            List<String> hidden = presentation.hiddenKeys();
            prompts.chooseProjectToSave(target -> fileTasks.run(() -> write(capture, hidden, target, copy)));
        }
    }

    /** Opens a chosen project, after a question about unsaved work. */
    public void open() {
        if (!busyProperty().get()) {
            prompts.chooseProjectToOpen(this::open);
        }
    }

    /** Opens a project, after a question about unsaved work. */
    public void open(Path source) {
        if (!busyProperty().get()) {
            openWith(source, null);
        }
    }

    /** @param dataId where the data is now; null for the place that the file names */
    private void openWith(Path source, @Nullable String dataId) {
        leave.ask("prompt.open", () -> fileTasks.run(() -> read(source, dataId)));
    }

    private Runnable read(Path source, @Nullable String dataId) {
        try {
            OpenedProject opened = services.store().open(source);
            RunCapture saved = opened.run();
            RunCapture run = dataId == null ? saved : saved.withDataId(dataId);
            DataChangeViewModel.Opening opening =
                    new DataChangeViewModel.Opening(saved.info(), place -> openWith(source, place));
            return () -> {
                document.expect(DocumentViewModel.Expected.of(run, source, dataId == null, now -> {
                    recent.addFirst(source);
                    undo.clear();
                    presentation.restore(opened.summary().hidden());
                    dataChange.opened(opening, now);
                }));
                dataChange.opening(opening);
                session.submit(new TrainingCommand.Restore(run, opened.checkpoints()));
            };
        } catch (ProjectException e) {
            return () -> {
                document.askAgain();
                notices.report(Messages.text(e.message()));
            };
        }
    }

    /** Runs something as soon as no file is being read or written, maybe at once; dropped if saving fails. */
    public void whenIdle(Runnable work) {
        if (busyProperty().get()) {
            whenIdle = work;
        } else {
            work.run();
        }
    }
}
