package org.ganvas.viewmodel;

import java.util.concurrent.Executor;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RecoveryFolder;
import org.jspecify.annotations.Nullable;

/**
 * What the window keeps outside of memory. Immutable; handed to the view models on the FX thread.
 *
 * @param io reads and writes files, one thing after the other
 * @param store project files
 * @param recovery safety copies of unsaved runs; null where none are made
 * @param preferences what is remembered between two starts
 * @param failures reports of failures of the program itself
 */
public record Cabinet(
        Executor io,
        ProjectStore store,
        @Nullable RecoveryFolder recovery,
        Preferences preferences,
        FailureLog failures) {

    /** Projects only: nothing is remembered, no safety copies, no reports. */
    public static Cabinet projectsOnly(Executor io) {
        return new Cabinet(io, new ProjectStore(), null, new ForgetfulPreferences(), failure -> null);
    }
}
