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
import org.ganvas.message.Message;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Folder of safety copies of unsaved runs, with one slot for each running process. A slot is marked by a lock that the
 * system releases when the process ends, however it ends, so a slot whose lock is free belongs to a process that
 * crashed. Safe to call from any thread, meant for the {@code io} thread.
 */
public final class RecoveryFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecoveryFolder.class.getName());

    private final Path root;
    private final ProjectStore store;
    private final Set<Path> lockedFolders = new HashSet<>();
    private final List<RecoverableRun> recoverable = new ArrayList<>();
    private @Nullable RecoverySlot own;

    /**
     * @param root created when the first copy is saved
     * @param store reads and writes the copies
     */
    public RecoveryFolder(Path root, ProjectStore store) {
        this.root = root.toAbsolutePath();
        this.store = store;
    }

    /** Runs of processes that crashed, newest first. Their slots stay locked, so no other process offers them. */
    public synchronized List<RecoverableRun> recoverableRuns() {
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> slots = Files.newDirectoryStream(root, Files::isDirectory)) {
                for (Path slot : slots) {
                    claim(slot);
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Safety copies in " + root + " cannot be listed.", e);
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

    /** Copies that cannot be read stay, because a newer version of this program may have written them. */
    private static void releaseUnreadable(RecoverySlot slot) throws IOException {
        if (slot.copies().isEmpty()) {
            slot.delete();
        } else {
            slot.release();
        }
    }

    /**
     * Saves a safety copy of a run; the one before it stays too.
     *
     * @param project file of the run; null if it was never saved
     * @throws ProjectException if it cannot be written
     */
    public synchronized void save(RunCapture run, @Nullable Path project) throws ProjectException {
        try {
            RecoverySlot slot = ownSlot();
            slot.writeProject(project);
            store.save(run, slot.nextCopy());
            slot.deleteOldCopies();
        } catch (IOException e) {
            throw failure(e);
        } catch (ProjectException e) {
            throw e.getCause() instanceof IOException cause ? failure(cause) : e;
        }
    }

    /** A file beside the safety copies, for what the program keeps of a window. */
    public Path file(String name) {
        return root.resolve(name);
    }

    private ProjectException failure(IOException e) {
        return new ProjectException(Message.of("project.recovery.notSaved", root, IoErrorText.of(e)), e);
    }

    /** Makes a restored run the unsaved work of this process. */
    public synchronized void takeOver(RecoverableRun run) throws ProjectException {
        try {
            ownSlot().moveFrom(run.slot());
            recoverable.remove(run);
        } catch (IOException e) {
            throw new ProjectException(Message.of("project.recovery.notTakenOver", run.file(), IoErrorText.of(e)), e);
        }
    }

    /** Deletes the safety copies of a run that the user discards. */
    public synchronized void delete(RecoverableRun run) throws ProjectException {
        try {
            run.slot().delete();
            recoverable.remove(run);
        } catch (IOException e) {
            throw new ProjectException(Message.of("project.recovery.notDeleted", run.file(), IoErrorText.of(e)), e);
        }
    }

    /** Deletes the safety copies of this process, when their run is saved or discarded. */
    public synchronized void deleteOwnCopies() {
        if (own != null) {
            RecoverySlot slot = own;
            own = null;
            deleteQuietly(slot);
        }
    }

    /** Deletes the copies of this process and unlocks the others, so that they are offered at the next start. */
    @Override
    public synchronized void close() {
        deleteOwnCopies();
        recoverable.forEach(run -> run.slot().release());
        recoverable.clear();
    }

    private RecoverySlot ownSlot() throws IOException {
        RecoverySlot slot = own;
        if (slot != null && !Files.isDirectory(slot.folder())) {
            // A program that cleans up has removed it.
            slot.release();
            lockedFolders.remove(slot.folder());
            slot = null;
        }
        if (slot == null) {
            slot = RecoverySlot.create(root);
            lockedFolders.add(slot.folder());
            own = slot;
        }
        return slot;
    }

    private static void deleteQuietly(RecoverySlot slot) {
        try {
            slot.delete();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Safety copies in " + slot.folder() + " stay.", e);
        }
    }
}
