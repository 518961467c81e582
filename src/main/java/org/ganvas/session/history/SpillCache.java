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
    private static final long PART_OF_FREE = 3;

    /** How numbers reach a file; a test may put a full disk in its place. */
    @FunctionalInterface
    interface Disk {
        void write(Path file, ArrayBlob numbers) throws IOException;
    }

    private final HistorySettings settings;
    private final Disk disk;
    private final Set<CacheEntry> inMemory = new LinkedHashSet<>();
    private @Nullable SpillFolder folder;
    private final List<Path> doomed = new ArrayList<>();
    private long memory;
    private long onDisk;
    private long next;
    private boolean closed;

    SpillCache(HistorySettings settings, Disk disk) {
        this.settings = settings;
        this.disk = disk;
    }

    synchronized CacheEntry put(ArrayBlob numbers, boolean heavy) {
        CacheEntry parcel = new CacheEntry(numbers, heavy);
        inMemory.add(parcel);
        memory += parcel.bytes;
        next = Math.max(heavy ? parcel.bytes : 0, next);
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
            if (parcel.dropped || parcel.inMemory != null) {
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
            if (isDropped(parcel)) {
                return null;
            }
            throw e;
        }
    }

    private synchronized boolean isDropped(CacheEntry parcel) {
        return parcel.dropped;
    }

    synchronized void drop(CacheEntry parcel) {
        if (parcel.dropped) {
            return;
        }
        parcel.dropped = true;
        if (inMemory.remove(parcel)) {
            memory -= parcel.bytes;
            parcel.inMemory = null;
        }
        Path file = parcel.file;
        if (file != null) {
            onDisk -= parcel.bytes;
            doomed.add(file);
        }
    }

    /** Deletes the files of what was dropped; apart from dropping, so that nobody who drops waits for the disk. */
    void sweep() {
        List<Path> files;
        synchronized (this) {
            files = List.copyOf(doomed);
            doomed.clear();
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
    synchronized boolean overfull() {
        long most = settings.memoryBytes();
        return memory > most - Math.min(next, most / 2);
    }

    synchronized long memoryBytes() {
        return memory;
    }

    synchronized long diskBytes() {
        return onDisk;
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
            file = ownFolder().next();
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
        written(parcel, file);
        return true;
    }

    private synchronized void written(CacheEntry parcel, Path file) {
        if (parcel.dropped || closed) {
            delete(file);
            return;
        }
        parcel.file = file;
        parcel.inMemory = null;
        inMemory.remove(parcel);
        memory -= parcel.bytes;
        onDisk += parcel.bytes;
    }

    /** The oldest of those that are looked at more rarely; the oldest of all where there is none. */
    private @Nullable CacheEntry candidate() {
        return inMemory.stream()
                .filter(parcel -> parcel.heavy)
                .findFirst()
                .or(() -> inMemory.stream().findFirst())
                .orElse(null);
    }

    private boolean hasRoom(CacheEntry parcel) throws IOException {
        if (closed || settings.folder() == null) {
            return false;
        }
        long most = Math.min(settings.diskBytes(), (ownFolder().free() + onDisk) / PART_OF_FREE);
        return onDisk + parcel.bytes <= most;
    }

    private SpillFolder ownFolder() throws IOException {
        SpillFolder own = folder;
        Path root = settings.folder();
        if (own == null) {
            if (root == null) {
                throw new IOException("no folder was given");
            }
            own = SpillFolder.make(root);
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
