package org.ganvas.session.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounded memory cache backed by a bounded folder. Arrays are put into memory; {@link #spill} moves those that are read
 * least to the disk. Any thread; only spilling waits for the disk while other callers wait for the cache.
 */
final class SpillCache implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpillCache.class.getName());

    /** At most the free space of the disk divided by this is used. */
    private static final long FREE_SPACE_DIVISOR = 3;

    /** Writes arrays to a file; replaced in tests by a full disk. */
    @FunctionalInterface
    interface Disk {
        void write(Path file, ArrayBlob arrays) throws IOException;
    }

    private final HistorySettings settings;
    private final Disk disk;
    private final Set<SpillCacheEntry> inMemory = new LinkedHashSet<>();
    private @Nullable SpillFolder folder;
    private final List<Path> filesToDelete = new ArrayList<>();
    private long bytesInMemory;
    private long bytesOnDisk;
    private long largestBytes;
    private boolean closed;

    SpillCache(HistorySettings settings, Disk disk) {
        this.settings = settings;
        this.disk = disk;
    }

    synchronized SpillCacheEntry put(ArrayBlob arrays, boolean spillsFirst) {
        SpillCacheEntry entry = new SpillCacheEntry(arrays, spillsFirst);
        inMemory.add(entry);
        bytesInMemory += entry.bytes;
        largestBytes = Math.max(spillsFirst ? entry.bytes : 0, largestBytes);
        return entry;
    }

    /**
     * The arrays of an entry; a file is read on the caller's thread, without a lock.
     *
     * @return null if the entry has been removed
     * @throws IOException if its file cannot be read
     */
    @Nullable
    ArrayBlob read(SpillCacheEntry entry) throws IOException {
        Path file;
        synchronized (this) {
            if (entry.removed || entry.inMemory != null) {
                return entry.inMemory;
            }
            file = entry.file;
        }
        if (file == null) {
            return null;
        }
        try {
            return ArrayBlobFile.read(file, entry.lengths);
        } catch (IOException e) {
            if (isRemoved(entry)) {
                return null;
            }
            throw e;
        }
    }

    private synchronized boolean isRemoved(SpillCacheEntry entry) {
        return entry.removed;
    }

    synchronized void remove(SpillCacheEntry entry) {
        if (entry.removed) {
            return;
        }
        entry.removed = true;
        if (inMemory.remove(entry)) {
            bytesInMemory -= entry.bytes;
            entry.inMemory = null;
        }
        Path file = entry.file;
        if (file != null) {
            bytesOnDisk -= entry.bytes;
            filesToDelete.add(file);
        }
    }

    /** Deletes the files of removed entries; apart from removal, so that no caller of it waits for the disk. */
    void deleteRemovedFiles() {
        List<Path> files;
        synchronized (this) {
            files = List.copyOf(filesToDelete);
            filesToDelete.clear();
        }
        files.forEach(SpillCache::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, file + " is deleted with its folder.", e);
        }
    }

    /** Whether memory lacks space for one more entry of the largest size so far, at most half of all memory. */
    synchronized boolean isOverfull() {
        long most = settings.memoryBytes();
        return bytesInMemory > most - Math.min(largestBytes, most / 2);
    }

    synchronized long memoryBytes() {
        return bytesInMemory;
    }

    synchronized long diskBytes() {
        return bytesOnDisk;
    }

    /**
     * Moves one entry to the disk.
     *
     * @return false if there is no space for it, or no entry in memory
     * @throws IOException if it cannot be written
     */
    boolean spill() throws IOException {
        SpillCacheEntry entry;
        Path file;
        ArrayBlob arrays;
        synchronized (this) {
            entry = candidate();
            if (entry == null || !hasSpace(entry)) {
                return false;
            }
            arrays = entry.inMemory;
            file = folder().nextFile();
        }
        if (arrays == null) {
            return false;
        }
        try {
            disk.write(file, arrays);
        } catch (IOException e) {
            delete(file);
            throw e;
        }
        moveToDisk(entry, file);
        return true;
    }

    private synchronized void moveToDisk(SpillCacheEntry entry, Path file) {
        if (entry.removed || closed) {
            delete(file);
            return;
        }
        entry.file = file;
        entry.inMemory = null;
        inMemory.remove(entry);
        bytesInMemory -= entry.bytes;
        bytesOnDisk += entry.bytes;
    }

    /** The oldest of those that spill first; the oldest of all where there is none. */
    private @Nullable SpillCacheEntry candidate() {
        return inMemory.stream()
                .filter(entry -> entry.spillsFirst)
                .findFirst()
                .or(() -> inMemory.stream().findFirst())
                .orElse(null);
    }

    private boolean hasSpace(SpillCacheEntry entry) throws IOException {
        if (closed || settings.folder() == null) {
            return false;
        }
        long most = Math.min(settings.diskBytes(), (folder().freeBytes() + bytesOnDisk) / FREE_SPACE_DIVISOR);
        return bytesOnDisk + entry.bytes <= most;
    }

    private SpillFolder folder() throws IOException {
        SpillFolder own = folder;
        Path root = settings.folder();
        if (own == null) {
            if (root == null) {
                throw new IOException("no folder was given");
            }
            own = SpillFolder.create(root);
            folder = own;
        }
        return own;
    }

    @Override
    public synchronized void close() {
        closed = true;
        SpillFolder own = folder;
        folder = null;
        try {
            if (own != null) {
                own.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The next start deletes the rest.", e);
        }
    }
}
