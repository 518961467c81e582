package org.ganvas.session.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Numbers in a {@link SpillCache}: in memory or in a file. Guarded by the vault. */
final class CacheEntry {

    final ArrayBlob.Lengths lengths;
    final long bytes;

    /** Whether it goes to the disk before others: it is looked at more rarely. */
    final boolean spillsFirst;

    @Nullable
    ArrayBlob inMemory;

    @Nullable
    Path file;

    boolean removed;

    CacheEntry(ArrayBlob numbers, boolean heavy) {
        inMemory = numbers;
        lengths = numbers.lengths();
        bytes = numbers.bytes();
        this.spillsFirst = heavy;
    }
}
