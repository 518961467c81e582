package org.ganvas.project.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.ProjectSummary;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Newest readable safety copy of a process that crashed. Immutable; to be loaded on the {@code io} thread, in up to
 * seconds.
 */
public final class RecoverableRun {

    private static final System.Logger LOG = System.getLogger(RecoverableRun.class.getName());

    private final ProjectStore store;
    private final RecoverySlot slot;
    private final Path file;
    private final ProjectSummary summary;
    private final Instant savedAt;

    private RecoverableRun(ProjectStore store, RecoverySlot slot, Path file, ProjectSummary summary, Instant savedAt) {
        this.store = store;
        this.slot = slot;
        this.file = file;
        this.summary = summary;
        this.savedAt = savedAt;
    }

    /** The run of a slot; null if no copy in it can be read. */
    static @Nullable RecoverableRun in(RecoverySlot slot, ProjectStore store) throws IOException {
        for (Path copy : slot.copies()) {
            try {
                ProjectSummary summary = store.summary(copy);
                return new RecoverableRun(
                        store,
                        slot,
                        copy,
                        summary,
                        Files.getLastModifiedTime(copy).toInstant());
            } catch (ProjectException e) {
                LOG.log(System.Logger.Level.WARNING, e.getMessage());
            }
        }
        return null;
    }

    /** Facts about the run. */
    public ProjectSummary summary() {
        return summary;
    }

    /** Time at which the copy was written. */
    public Instant savedAt() {
        return savedAt;
    }

    /** The project file of the run; null if it was never saved. */
    public @Nullable Path project() {
        return slot.readProject();
    }

    /**
     * Loads the copy, or the one before it if this one is damaged.
     *
     * @throws ProjectException if neither can be read
     */
    public RunCapture load() throws ProjectException {
        try {
            return store.load(file);
        } catch (ProjectException newest) {
            return loadOlder(newest);
        }
    }

    private RunCapture loadOlder(ProjectException newest) throws ProjectException {
        List<Path> copies;
        try {
            copies = slot.copies();
        } catch (IOException e) {
            newest.addSuppressed(e);
            throw newest;
        }
        int next = copies.indexOf(file) + 1;
        if (next >= copies.size()) {
            throw newest;
        }
        return store.load(copies.get(next));
    }

    Path file() {
        return file;
    }

    RecoverySlot slot() {
        return slot;
    }
}
