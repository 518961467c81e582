package org.ganvas.viewmodel;

import org.ganvas.session.TrainingSession;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.viewmodel.project.AutosaveViewModel;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.project.ProjectViewModel;
import org.ganvas.viewmodel.project.RecoveryViewModel;
import org.ganvas.viewmodel.project.UnsavedChangesGuard;
import org.ganvas.viewmodel.window.PresentationViewModel;

/** View models of the run's project file. FX thread. */
public final class ProjectModels {

    private final DocumentViewModel document = new DocumentViewModel();
    private final ProjectViewModel project;
    private final AutosaveViewModel autosave;
    private final RecoveryViewModel recovery;
    private final UnsavedChangesGuard guard;

    ProjectModels(WindowContext window, PresentationViewModel presentation) {
        autosave = new AutosaveViewModel(
                window.session(), document, window.notices(), window.services(), this::saveElsewhere);
        guard = new UnsavedChangesGuard(
                document,
                window.prompts(),
                this::saveBefore,
                this::whenIdle,
                autosave::saveCopy,
                () -> isEdited(window.session()));
        project = new ProjectViewModel(
                window.session(),
                document,
                window.notices(),
                window.prompts(),
                window.services(),
                presentation,
                guard,
                window.undo());
        recovery = new RecoveryViewModel(
                window.session(),
                document,
                window.notices(),
                window.prompts(),
                window.choices(),
                project.dataChange(),
                window.services());
    }

    private static boolean isEdited(TrainingSession session) {
        return !session.scalars().changes().read().isEmpty()
                || session.history().checkpoints().stream().anyMatch(Checkpoint::isMarked);
    }

    private void saveElsewhere() {
        project.saveAs();
    }

    private void whenIdle(Runnable work) {
        project.whenIdle(work);
    }

    private void saveBefore(Runnable saved) {
        project.saveBefore(saved);
    }

    void relocalize() {
        document.relocalize();
        recovery.relocalize();
    }

    /**
     * Closes the window, after a question about unsaved work.
     *
     * @param close called as soon as no file is being written; not if the user cancels or saving fails
     */
    void requestClose(Runnable close) {
        guard.ask("prompt.close", close);
    }

    /** File of the run and whether it has unsaved changes. */
    public DocumentViewModel document() {
        return document;
    }

    /** Opening, saving and recent projects. */
    public ProjectViewModel project() {
        return project;
    }

    /** Runs of sessions that crashed. */
    public RecoveryViewModel recovery() {
        return recovery;
    }

    AutosaveViewModel autosave() {
        return autosave;
    }

    UnsavedChangesGuard guard() {
        return guard;
    }
}
