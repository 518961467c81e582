package org.ganvas.project.recovery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Where unsaved runs outlive the program: one slot a running process, marked by a lock that the system gives back when
 * the process ends, however it ends. So a slot whose lock can be had is one of a program that crashed. Safe to call from
 * any thread, meant for the {@code io} thread.
 */
public final class RecoveryFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecoveryFolder.class.getName());

    private final Path root;
    private final ProjectStore store;
    private final Set<Path> lockedFolders = new HashSet<>();
    private final List<RecoverableRun> recoverable = new ArrayList<>();
    private @Nullable RecoverySlot own;

    /**
     * @param root made when the first run is put into it
     */
    public RecoveryFolder(Path root, ProjectStore store) {
        this.root = root.toAbsolutePath();
        this.store = store;
    }

    /** Runs of programs that crashed, newest first. No other process is offered them while this one runs. */
    public synchronized List<RecoverableRun> recoverableRuns() {
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> slots = Files.newDirectoryStream(root, Files::isDirectory)) {
                for (Path slot : slots) {
                    claim(slot);
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Runs in " + root + " cannot be looked for.", e);
            }
        }
        recoverable.sort(Comparator.comparing(RecoverableRun::savedAt).reversed());
        return List.copyOf(recoverable);
    }

    private void claim(Path folder) throws IOException {
        if (lockedFolders.contains(folder)) {
            return;
        }
        RecoverySlot slot = RecoverySlot.claim(folder);
        if (slot == null) {
            return;
        }
        RecoverableRun run = RecoverableRun.in(slot, store);
        if (run == null) {
            releaseUnreadable(slot);
            return;
        }
        lockedFolders.add(folder);
        recoverable.add(run);
    }

    /** What cannot be read stays: a newer version of this program may have written it. */
    private static void releaseUnreadable(RecoverySlot slot) throws IOException {
        if (slot.copies().isEmpty()) {
            slot.delete();
        } else {
            slot.release();
        }
    }

    /**
     * Keeps a run, and the one before it.
     *
     * @param home the project that the run belongs to; null if it has none yet
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public synchronized void save(RunCapture run, @Nullable Path home) throws ProjectException {
        try {
            RecoverySlot slot = ownSlot();
            slot.writeProject(home);
            store.save(run, slot.nextCopy());
            slot.deleteOldCopies();
        } catch (IOException e) {
            throw failure(e);
        } catch (ProjectException e) {
            throw e.getCause() instanceof IOException cause ? failure(cause) : e;
        }
    }

    private ProjectException failure(IOException e) {
        return new ProjectException(
                "No safety copy could be written to %s: %s; training goes on, but save the run yourself."
                        .formatted(root, IoErrorText.of(e)),
                e);
    }

    /** Takes over a run that was restored: from now on it is this process's own unsaved work. */
    public synchronized void takeOver(RecoverableRun run) throws ProjectException {
        try {
            ownSlot().moveFrom(run.slot());
            recoverable.remove(run);
        } catch (IOException e) {
            throw new ProjectException(
                    "The safety copy %s stays where it is: %s.".formatted(run.file(), IoErrorText.of(e)), e);
        }
    }

    /** Deletes a run that nobody wants back. */
    public synchronized void delete(RecoverableRun run) throws ProjectException {
        try {
            run.slot().delete();
            recoverable.remove(run);
        } catch (IOException e) {
            throw new ProjectException(
                    "The safety copy %s could not be deleted: %s.".formatted(run.file(), IoErrorText.of(e)), e);
        }
    }

    /** Deletes this process's safety copies: their run is saved, or was thrown away knowingly. */
    public synchronized void deleteOwnCopies() {
        if (own != null) {
            RecoverySlot slot = own;
            own = null;
            deleteQuietly(slot);
        }
    }

    /** A clean end: nothing of this process stays, and what was not decided upon can be offered again. */
    @Override
    public synchronized void close() {
        deleteOwnCopies();
        recoverable.forEach(run -> run.slot().release());
        recoverable.clear();
    }

    private RecoverySlot ownSlot() throws IOException {
        if (own == null) {
            own = RecoverySlot.create(root);
            lockedFolders.add(own.folder());
        }
        return own;
    }

    private static void deleteQuietly(RecoverySlot slot) {
        try {
            slot.delete();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Safety copies in " + slot.folder() + " stay.", e);
        }
    }
}
