package org.ganvas.session.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Arrays in a {@link SpillCache}: in memory or in a file. Guarded by the cache. */
final class SpillCacheEntry {

    final ArrayBlob.Lengths lengths;
    final long bytes;

    /** Whether it goes to the disk before others, because it is read more rarely. */
    final boolean spillsFirst;

    @Nullable
    ArrayBlob inMemory;

    @Nullable
    Path file;

    boolean removed;

    SpillCacheEntry(ArrayBlob arrays, boolean spillsFirst) {
        inMemory = arrays;
        lengths = arrays.lengths();
        bytes = arrays.bytes();
        this.spillsFirst = spillsFirst;
    }
}
