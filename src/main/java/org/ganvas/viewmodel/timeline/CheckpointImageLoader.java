package org.ganvas.viewmodel.timeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Sample grids of checkpoints, read in the background: the newest request first, then those that are likely to be
 * requested next; recent grids are cached. Called on the FX thread; reads on the executor.
 */
public final class CheckpointImageLoader {

    private static final long MAX_CACHED_FLOATS = 16L << 20;
    private static final int MAX_CACHED_GRIDS = 256;

    private final CheckpointHistory history;
    private final Executor executor;
    private final LatestValueMailbox<Read> done = new LatestValueMailbox<>();

    // Guarded by this.
    private final Map<Checkpoint, SampleGrid> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long cachedFloats;
    private @Nullable Checkpoint requested;
    private List<Checkpoint> ahead = List.of();
    private boolean working;
    private long generation;

    /**
     * Result of a request.
     *
     * @param grid null if the checkpoint no longer exists or cannot be read
     * @param failure why the checkpoint cannot be read; null if it was read or no longer exists
     */
    record Read(
            Checkpoint checkpoint,
            @Nullable SampleGrid grid,
            @Nullable Exception failure) {}

    public CheckpointImageLoader(CheckpointHistory history, Executor executor) {
        this.history = history;
        this.executor = executor;
    }

    /**
     * Requests the grid of a checkpoint.
     *
     * @param next checkpoints that are likely to be requested next, nearest first
     */
    synchronized void request(Checkpoint checkpoint, List<Checkpoint> next) {
        ahead = next;
        SampleGrid known = cache.get(checkpoint);
        if (known != null) {
            requested = null;
            done.put(new Read(checkpoint, known, null));
        } else {
            requested = checkpoint;
        }
        if (!working) {
            working = true;
            executor.execute(this::work);
        }
    }

    /** Newest result; null if there is none since the last call. */
    @Nullable
    Read take() {
        return done.take();
    }

    /** Forgets all grids and requests, because the run or its branch is another one. */
    synchronized void clear() {
        cache.clear();
        cachedFloats = 0;
        requested = null;
        ahead = List.of();
        generation++;
        done.take();
    }

    private void work() {
        for (Task task = next(); task != null; task = next()) {
            Read read = read(task.checkpoint());
            finish(task, read);
        }
    }

    private record Task(Checkpoint checkpoint, boolean requested, long generation) {}

    private synchronized @Nullable Task next() {
        Checkpoint newest = requested;
        requested = null;
        if (newest != null) {
            return new Task(newest, true, generation);
        }
        for (Checkpoint checkpoint : ahead) {
            if (!cache.containsKey(checkpoint)) {
                return new Task(checkpoint, false, generation);
            }
        }
        ahead = List.of();
        working = false;
        return null;
    }

    private Read read(Checkpoint checkpoint) {
        try {
            return new Read(checkpoint, history.grid(checkpoint), null);
        } catch (IOException | RuntimeException e) {
            return new Read(checkpoint, null, e);
        }
    }

    private synchronized void finish(Task task, Read read) {
        if (task.generation() != generation) {
            return;
        }
        SampleGrid grid = read.grid();
        if (grid == null) {
            // The checkpoints after it would probably fail alike.
            ahead = List.of();
        } else if (cache.put(task.checkpoint(), grid) == null) {
            cachedFloats += grid.pixels().length;
            shrink();
        }
        if (task.requested()) {
            done.put(read);
        }
    }

    private void shrink() {
        var oldest = cache.entrySet().iterator();
        while (oldest.hasNext()
                && cache.size() > 1
                && (cache.size() > MAX_CACHED_GRIDS || cachedFloats > MAX_CACHED_FLOATS)) {
            cachedFloats -= oldest.next().getValue().pixels().length;
            oldest.remove();
        }
    }
}
