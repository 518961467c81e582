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
 * Bounded memory with a bounded folder behind it. What is put in is in memory at once; {@link #spill} brings what is looked
 * at least to the disk. Any thread; nothing but that one method waits for the disk while others wait for the vault.
 */
final class SpillCache implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpillCache.class.getName());

    /** Nobody's disk is filled beyond this part of what is free. */
    private static final long FREE_SPACE_DIVISOR = 3;

    /** How numbers reach a file; a test may put a full disk in its place. */
    @FunctionalInterface
    interface Disk {
        void write(Path file, ArrayBlob numbers) throws IOException;
    }

    private final HistorySettings settings;
    private final Disk disk;
    private final Set<CacheEntry> inMemory = new LinkedHashSet<>();
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

    synchronized CacheEntry put(ArrayBlob numbers, boolean heavy) {
        CacheEntry parcel = new CacheEntry(numbers, heavy);
        inMemory.add(parcel);
        bytesInMemory += parcel.bytes;
        largestBytes = Math.max(heavy ? parcel.bytes : 0, largestBytes);
        return parcel;
    }

    /**
     * Reads a parcel; files are read on the caller's thread while others go on.
     *
     * @return null if it has been dropped
     * @throws IOException if its file cannot be read
     */
    @Nullable
    ArrayBlob read(CacheEntry parcel) throws IOException {
        Path file;
        synchronized (this) {
            if (parcel.removed || parcel.inMemory != null) {
                return parcel.inMemory;
            }
            file = parcel.file;
        }
        if (file == null) {
            return null;
        }
        try {
            return ArrayBlobFile.read(file, parcel.lengths);
        } catch (IOException e) {
            if (isRemoved(parcel)) {
                return null;
            }
            throw e;
        }
    }

    private synchronized boolean isRemoved(CacheEntry parcel) {
        return parcel.removed;
    }

    synchronized void remove(CacheEntry parcel) {
        if (parcel.removed) {
            return;
        }
        parcel.removed = true;
        if (inMemory.remove(parcel)) {
            bytesInMemory -= parcel.bytes;
            parcel.inMemory = null;
        }
        Path file = parcel.file;
        if (file != null) {
            bytesOnDisk -= parcel.bytes;
            filesToDelete.add(file);
        }
    }

    /** Deletes the files of what was dropped; apart from dropping, so that nobody who drops waits for the disk. */
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
            LOG.log(System.Logger.Level.DEBUG, file + " goes with its folder.", e);
        }
    }

    /** Whether there is no room in memory for one more of the largest that came, in half of it at least. */
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
     * Brings one parcel to the disk.
     *
     * @return false if there is no room for it, or nothing to bring
     * @throws IOException if the disk refuses
     */
    boolean spill() throws IOException {
        CacheEntry parcel;
        Path file;
        ArrayBlob numbers;
        synchronized (this) {
            parcel = candidate();
            if (parcel == null || !hasRoom(parcel)) {
                return false;
            }
            numbers = parcel.inMemory;
            file = ownFolder().nextFile();
        }
        if (numbers == null) {
            return false;
        }
        try {
            disk.write(file, numbers);
        } catch (IOException e) {
            delete(file);
            throw e;
        }
        moveToDisk(parcel, file);
        return true;
    }

    private synchronized void moveToDisk(CacheEntry parcel, Path file) {
        if (parcel.removed || closed) {
            delete(file);
            return;
        }
        parcel.file = file;
        parcel.inMemory = null;
        inMemory.remove(parcel);
        bytesInMemory -= parcel.bytes;
        bytesOnDisk += parcel.bytes;
    }

    /** The oldest of those that are looked at more rarely; the oldest of all where there is none. */
    private @Nullable CacheEntry candidate() {
        return inMemory.stream()
                .filter(parcel -> parcel.spillsFirst)
                .findFirst()
                .or(() -> inMemory.stream().findFirst())
                .orElse(null);
    }

    private boolean hasRoom(CacheEntry parcel) throws IOException {
        if (closed || settings.folder() == null) {
            return false;
        }
        long most = Math.min(settings.diskBytes(), (ownFolder().freeBytes() + bytesOnDisk) / FREE_SPACE_DIVISOR);
        return bytesOnDisk + parcel.bytes <= most;
    }

    private SpillFolder ownFolder() throws IOException {
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
            LOG.log(System.Logger.Level.DEBUG, "The next start deletes what is left.", e);
        }
    }
}
