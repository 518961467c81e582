package org.ganvas.viewmodel;

import org.ganvas.session.TrainingSession;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * Collaborators that view models of all screens have in common. Immutable; FX thread.
 *
 * @param session trains
 * @param prompts ask the user
 * @param choices presets and built-in datasets
 * @param services files, preferences and reports
 * @param undo changes of all screens
 * @param notices remarks and problems of all screens
 */
record WindowContext(
        TrainingSession session,
        UserPrompts prompts,
        SetupChoices choices,
        AppServices services,
        UndoStack undo,
        NoticesViewModel notices) {

    /** A board for drawings on an image. */
    DrawingBoardViewModel drawingBoard() {
        return new DrawingBoardViewModel(prompts, notices, undo, services.io());
    }
}
