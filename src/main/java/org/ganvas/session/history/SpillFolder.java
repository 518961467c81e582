package org.ganvas.session.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process alone, marked by a file lock that the system releases however the process ends. Folders whose
 * lock is free belong to ended processes and are deleted. Guarded by its {@link SpillCache}.
 */
final class SpillFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpillFolder.class.getName());
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private long fileCount;

    private SpillFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new folder, after those of ended processes have been deleted. */
    static SpillFolder create(Path root) throws IOException {
        Files.createDirectories(root);
        deleteAbandoned(root);
        Path folder = Files.createDirectory(root.resolve(ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8)));
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        if (tryLock(channel) == null) {
            // Without locks the folders of running and ended processes cannot be distinguished, so this one is deleted
            // at the end only.
            LOG.log(System.Logger.Level.DEBUG, "This file system has no locks.");
        }
        return new SpillFolder(folder, channel);
    }

    /** Deletes the folders of ended processes. */
    static void deleteAbandoned(Path root) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                deleteIfAbandoned(folder);
            }
        }
    }

    private static void deleteIfAbandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null) {
                empty(folder);
            } else {
                return;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, folder + " stays.", e);
            return;
        }
        remove(folder);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException own) {
            return null;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, folder + " stays.", e);
        }
    }

    /** A path without a file. */
    Path nextFile() {
        fileCount++;
        return folder.resolve(String.format(Locale.ROOT, "%08d.bin", fileCount));
    }

    /** Usable space of the disk. */
    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        empty(folder);
        lock.close();
        remove(folder);
    }
}
