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

    /** Bits of a pool's key for the type. */
    private static final int TYPE_BITS = 6;

    private final Map<Long, Pool> pools = new HashMap<>();
    private final List<TensorStorage> used = new ArrayList<>();
    private final List<Pool> usedFrom = new ArrayList<>();
    private long bytes;

    /** Storages of one type and length that no tensor of this round has. */
    private record Pool(ArrayDeque<TensorStorage> free) {}

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

    /** Whether a round is open on this thread. */
    static boolean isOpen() {
        return CURRENT.get() != null;
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
        usedFrom.clear();
        pools.values().forEach(pool -> pool.free().forEach(TensorStorage::free));
        pools.clear();
        bytes = 0;
    }

    /** Storage for a tensor. Outside of a round, which does so once, its thread gets its number of native threads here. */
    static TensorStorage allocate(DataType type, long length) {
        TensorArena arena = CURRENT.get();
        if (arena != null) {
            return arena.allocateHere(type, length);
        }
        NativeEngine.applyThreadCount();
        return new TensorStorage(type, length);
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
        Pool pool = pools.computeIfAbsent(length << TYPE_BITS | type.ordinal(), key -> new Pool(new ArrayDeque<>()));
        TensorStorage storage = pool.free().pollLast();
        if (storage == null) {
            storage = new TensorStorage(type, length);
            bytes += length * type.width();
        }
        used.add(storage);
        usedFrom.add(pool);
        return storage;
    }

    private void endRound() {
        CURRENT.remove();
        // In reverse order, so that the next round uses every storage in the same role and its cached views fit.
        for (int i = used.size() - 1; i >= 0; i--) {
            usedFrom.get(i).free().addLast(used.get(i));
        }
        used.clear();
        usedFrom.clear();
    }
}
