package org.ganvas.session.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Numbers in a {@link Vault}: in memory or in a file. Guarded by the vault. */
final class Parcel {

    final Numbers.Lengths lengths;
    final long bytes;

    /** Whether it goes to the disk before others: it is looked at more rarely. */
    final boolean heavy;

    @Nullable
    Numbers inMemory;

    @Nullable
    Path file;

    boolean dropped;

    Parcel(Numbers numbers, boolean heavy) {
        inMemory = numbers;
        lengths = numbers.lengths();
        bytes = numbers.bytes();
        this.heavy = heavy;
    }
}
