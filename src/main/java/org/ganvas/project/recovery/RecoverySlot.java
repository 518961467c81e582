package org.ganvas.project.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.project.io.AtomicFileWriter;
import org.jspecify.annotations.Nullable;

/** Safety copies of one process, and the lock that it holds while it runs. Guarded by its {@link RecoveryFolder}. */
final class RecoverySlot {

    private static final System.Logger LOG = System.getLogger(RecoverySlot.class.getName());
    private static final int MAX_COPIES = 2;
    private static final String LOCK = "lock";
    private static final String PROJECT = "project.path";
    private static final String COPY = "copy-%06d.ganvas";

    private final Path folder;
    private final FileChannel lock;
    private @Nullable Path project;
    private int last;

    private RecoverySlot(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Creates the slot of this process. */
    static RecoverySlot create(Path root) throws IOException {
        long process = ProcessHandle.current().pid();
        Path folder = Files.createDirectories(
                root.resolve(process + "-" + UUID.randomUUID().toString().substring(0, 8)));
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        if (channel.tryLock() == null) {
            channel.close();
            throw new FileException(Message.of("project.recovery.inUse"));
        }
        channel.write(ByteBuffer.wrap(Long.toString(process).getBytes(StandardCharsets.US_ASCII)));
        return new RecoverySlot(folder, channel);
    }

    /** Locks the slot of a process that ended; null while it runs, or if another process locked it first. */
    static @Nullable RecoverySlot claim(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new RecoverySlot(folder, channel);
            }
        } catch (OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, folder + " belongs to this process.", e);
        }
        channel.close();
        return null;
    }

    Path folder() {
        return folder;
    }

    /** Complete copies, newest first. */
    List<Path> copies() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "copy-*.ganvas")) {
            files.forEach(found::add);
        }
        found.sort(Collections.reverseOrder());
        return found;
    }

    Path nextCopy() {
        last++;
        return folder.resolve(String.format(Locale.ROOT, COPY, last));
    }

    void deleteOldCopies() throws IOException {
        List<Path> copies = copies();
        for (Path old : copies.subList(Math.min(MAX_COPIES, copies.size()), copies.size())) {
            Files.deleteIfExists(old);
        }
    }

    void writeProject(@Nullable Path project) throws IOException {
        if (project != null && !project.equals(this.project)) {
            byte[] text = project.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
            AtomicFileWriter.write(folder.resolve(PROJECT), out -> out.write(text));
        } else if (project == null) {
            Files.deleteIfExists(folder.resolve(PROJECT));
        }
        this.project = project;
    }

    /** The project file of the run; null if it was never saved. */
    @Nullable
    Path readProject() {
        try {
            Path file = folder.resolve(PROJECT);
            return Files.exists(file) ? Path.of(Files.readString(file)) : null;
        } catch (IOException | InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "The project of " + folder + " cannot be read.", e);
            return null;
        }
    }

    /** Moves the newest copy of another slot here and deletes that slot. */
    void moveFrom(RecoverySlot other) throws IOException {
        List<Path> copies = other.copies();
        writeProject(other.readProject());
        if (!copies.isEmpty()) {
            Files.move(copies.get(0), nextCopy(), StandardCopyOption.ATOMIC_MOVE);
        }
        deleteOldCopies();
        other.delete();
    }

    void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lock of " + folder + " is released when the process ends.", e);
        }
    }

    /** Deletes the slot, its lock last, so that no process takes it for the slot of a crashed one. */
    void delete() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        release();
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }
}
