package org.ganvas.session.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much of a run may be kept, and where. Immutable, any thread.
 *
 * @param folder where what does not fit into memory goes, in a folder of this process's own; null to keep only what fits
 * @param memoryBytes of the heap at most; 0 to keep nothing at all
 * @param diskBytes of the disk at most
 */
public record HistorySettings(@Nullable Path folder, long memoryBytes, long diskBytes) {

    /** Usual memory, in megabytes. */
    public static final long DEFAULT_MEMORY_MB = 512;

    private static final long DISK_BYTES = 4L << 30;

    /** Of a session that nobody looks back on. */
    public static final HistorySettings DISABLED = new HistorySettings(null, 0, 0);

    /** Refuses negative room. */
    public HistorySettings {
        if (memoryBytes < 0 || diskBytes < 0) {
            throw new IllegalArgumentException("A history cannot have less room than none.");
        }
    }

    /** For a window: so much of the heap, but never more than a third of it, and usual room on the disk. */
    public static HistorySettings ofWindow(Path folder, long memoryMegabytes) {
        long most = Runtime.getRuntime().maxMemory() / 3;
        return new HistorySettings(folder, Math.min(most, memoryMegabytes << 20), DISK_BYTES);
    }

    /** Whether anything is kept. */
    public boolean isEnabled() {
        return memoryBytes > 0;
    }

    /** All the room there is. */
    long totalBytes() {
        return memoryBytes + (folder == null ? 0 : diskBytes);
    }
}
