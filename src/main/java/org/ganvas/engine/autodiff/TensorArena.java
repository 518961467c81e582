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
 * The temporaries of a repeated computation, used again in every round, so that a training step allocates nothing. All
 * tensors made while a {@link #open() round} is open are void after it; what must live longer is copied out. Belongs to
 * one thread.
 */
public final class TensorArena implements AutoCloseable {

    private static final ThreadLocal<@Nullable TensorArena> CURRENT = new ThreadLocal<>();

    private final Map<Size, ArrayDeque<TensorStorage>> free = new HashMap<>();
    private final List<TensorStorage> used = new ArrayList<>();
    private long bytes;

    private record Size(DataType type, long length) {}

    /** A span in which tensors come from this arena; closing it makes them void. Rounds do not nest. */
    public Round open() {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("a round is already open on this thread");
        }
        CURRENT.set(this);
        NativeEngine.applyThreadCount();
        return this::endRound;
    }

    /** See {@link #open()}. */
    @FunctionalInterface
    public interface Round extends AutoCloseable {
        @Override
        void close();
    }

    /** Native bytes held, in use or waiting. */
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

    static TensorStorage allocate(DataType type, long length) {
        TensorArena arena = CURRENT.get();
        return arena == null ? new TensorStorage(type, length) : arena.takeHere(type, length);
    }

    /** Runs something whose tensors must outlive the round. */
    static <T> T withoutArena(java.util.function.Supplier<T> work) {
        TensorArena arena = CURRENT.get();
        CURRENT.remove();
        try {
            return work.get();
        } finally {
            CURRENT.set(arena);
        }
    }

    private TensorStorage takeHere(DataType type, long length) {
        ArrayDeque<TensorStorage> waiting = free.get(new Size(type, length));
        TensorStorage storage = waiting == null ? null : waiting.pollLast();
        if (storage == null) {
            storage = new TensorStorage(type, length);
            bytes += length * type.width();
        }
        used.add(storage);
        return storage;
    }

    private void endRound() {
        CURRENT.remove();
        // Handed back last first, so that the next round meets every storage in the same role and its views fit.
        for (int i = used.size() - 1; i >= 0; i--) {
            TensorStorage storage = used.get(i);
            free.computeIfAbsent(new Size(storage.type(), storage.length()), size -> new ArrayDeque<>())
                    .addLast(storage);
        }
        used.clear();
    }
}
