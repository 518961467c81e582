package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
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
public record AppServices(
        Executor io,
        ProjectStore store,
        @Nullable RecoveryFolder recovery,
        PreferenceStore preferences,
        FailureLog failures) {

    /** Projects only: nothing is remembered, no safety copies, no reports. */
    public static AppServices projectsOnly(Executor io) {
        return new AppServices(io, new ProjectStore(), null, new InMemoryPreferences(), failure -> null);
    }
}
