package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.jspecify.annotations.Nullable;

/**
 * Services for what is stored outside of memory. Immutable; used by view models on the FX thread.
 *
 * @param io executor that reads and writes files, one task at a time
 * @param store project files
 * @param recovery copies of unsaved runs; null if none are written
 * @param preferences settings of the user
 * @param failures reports of failures of the program itself
 */
public record AppServices(
        Executor io,
        ProjectStore store,
        @Nullable RecoveryFolder recovery,
        PreferenceStore preferences,
        FailureLog failures) {

    /** Services for project files only: preferences in memory, no copies, no reports. */
    public static AppServices projectsOnly(Executor io) {
        return new AppServices(io, new ProjectStore(), null, new InMemoryPreferences(), failure -> null);
    }
}
