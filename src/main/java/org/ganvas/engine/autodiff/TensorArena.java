package org.ganvas.engine.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.NativeEngine;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Pool of the temporaries of a repeated computation, reused in every round, so that a training step allocates nothing. All
 * tensors made while a {@link #open() round} is open are invalid after it; results are copied out before. Belongs to one
 * thread.
 */
public final class TensorArena implements AutoCloseable {

    private static final ThreadLocal<@Nullable TensorArena> CURRENT = new ThreadLocal<>();

    private final Map<Size, ArrayDeque<TensorStorage>> free = new HashMap<>();
    private final List<TensorStorage> used = new ArrayList<>();
    private long bytes;

    private record Size(DataType type, long length) {}

    /** Opens a round, in which tensors come from this arena; closing it invalidates them. Rounds do not nest. */
    public Round open() {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("a round is already open on this thread");
        }
        CURRENT.set(this);
        NativeEngine.applyThreadCount();
        return this::endRound;
    }

    /** Open round, see {@link #open()}. */
    @FunctionalInterface
    public interface Round extends AutoCloseable {
        @Override
        void close();
    }

    /** Native bytes held, in use or free. */
    public long bytes() {
        return bytes;
    }

    /** Frees all native memory. No round may be open. */
    @Override
    public void close() {
        used.forEach(TensorStorage::free);
        used.clear();
        free.values().forEach(storages -> storages.forEach(TensorStorage::free));
        free.clear();
        bytes = 0;
    }

    /** Storage for a tensor. A computation outside of a round needs some too, so here its thread gets its number of native threads. */
    static TensorStorage allocate(DataType type, long length) {
        NativeEngine.applyThreadCount();
        TensorArena arena = CURRENT.get();
        return arena == null ? new TensorStorage(type, length) : arena.allocateHere(type, length);
    }

    /** Runs a computation whose tensors must outlive the round. */
    static <T> T withoutArena(java.util.function.Supplier<T> work) {
        TensorArena arena = CURRENT.get();
        CURRENT.remove();
        try {
            return work.get();
        } finally {
            CURRENT.set(arena);
        }
    }

    private TensorStorage allocateHere(DataType type, long length) {
        ArrayDeque<TensorStorage> candidates = free.get(new Size(type, length));
        TensorStorage storage = candidates == null ? null : candidates.pollLast();
        if (storage == null) {
            storage = new TensorStorage(type, length);
            bytes += length * type.width();
        }
        used.add(storage);
        return storage;
    }

    private void endRound() {
        CURRENT.remove();
        // In reverse order, so that the next round uses every storage in the same role and its cached views fit.
        for (int i = used.size() - 1; i >= 0; i--) {
            TensorStorage storage = used.get(i);
            free.computeIfAbsent(new Size(storage.type(), storage.length()), size -> new ArrayDeque<>())
                    .addLast(storage);
        }
        used.clear();
    }
}
