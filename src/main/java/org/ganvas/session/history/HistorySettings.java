package org.ganvas.session.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Limits and place of a run's checkpoints. Immutable, any thread.
 *
 * @param folder for what does not fit into memory, in a folder of this process's own; null to keep only what fits
 * @param memoryBytes most bytes of the heap; 0 to record nothing
 * @param diskBytes most bytes of the disk
 */
public record HistorySettings(@Nullable Path folder, long memoryBytes, long diskBytes) {

    /** Default of the memory. Small, because what is in memory is read only by scrubbing, for which the disk is fast enough. */
    public static final int DEFAULT_MEMORY_MB = 48;

    /** Least memory that can be chosen. */
    public static final int MIN_MEMORY_MB = 16;

    private static final long DISK_BYTES = 4L << 30;

    /** No checkpoints. */
    public static final HistorySettings DISABLED = new HistorySettings(null, 0, 0);

    /** Refuses negative limits with an IllegalArgumentException. */
    public HistorySettings {
        if (memoryBytes < 0 || diskBytes < 0) {
            throw new IllegalArgumentException("The limits of a history cannot be negative.");
        }
    }

    /** For a session with a window: so much of the heap, but never more than a third of it, and 4 GB of the disk. */
    public static HistorySettings ofWindow(Path folder, long memoryMegabytes) {
        long most = Runtime.getRuntime().maxMemory() / 3;
        return new HistorySettings(folder, Math.min(most, memoryMegabytes << 20), DISK_BYTES);
    }

    public boolean isEnabled() {
        return memoryBytes > 0;
    }

    /** Memory and disk together. */
    long totalBytes() {
        return memoryBytes + (folder == null ? 0 : diskBytes);
    }
}
