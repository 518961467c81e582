package org.ganvas.viewmodel.timeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Reads grids of moments away from the screen: the newest wish wins, what will be wished for next is read ahead, and what
 * was read lately is at hand. Asked on the FX thread, reads on an executor's.
 */
public final class CheckpointImageLoader {

    private static final long CACHED_FLOATS = 16L << 20;
    private static final int CACHED = 256;

    private final CheckpointHistory history;
    private final Executor executor;
    private final Mailbox<Read> done = new Mailbox<>();

    // Guarded by this.
    private final Map<Checkpoint, SampleGrid> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long cachedFloats;
    private @Nullable Checkpoint requested;
    private List<Checkpoint> ahead = List.of();
    private boolean working;
    private long generation;

    /**
     * What came of a wish.
     *
     * @param grid null if the moment is gone or cannot be read
     * @param failure why it cannot be read; null if it was read or is gone
     */
    record Read(Checkpoint checkpoint, @Nullable SampleGrid grid, @Nullable Exception failure) {}

    public CheckpointImageLoader(CheckpointHistory history, Executor executor) {
        this.history = history;
        this.executor = executor;
    }

    /** Wishes for a moment's grid. */
    synchronized void request(Checkpoint moment, List<Checkpoint> next) {
        ahead = next;
        SampleGrid known = cache.get(moment);
        if (known != null) {
            requested = null;
            done.put(new Read(moment, known, null));
        } else {
            requested = moment;
        }
        if (!working) {
            working = true;
            executor.execute(this::work);
        }
    }

    /** What was read last; null if nothing was since the last call. */
    @Nullable
    Read take() {
        return done.take();
    }

    /** Another run or another branch: what was read is not of it. */
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
        Checkpoint wish = requested;
        requested = null;
        if (wish != null) {
            return new Task(wish, true, generation);
        }
        for (Checkpoint moment : ahead) {
            if (!cache.containsKey(moment)) {
                return new Task(moment, false, generation);
            }
        }
        ahead = List.of();
        working = false;
        return null;
    }

    private Read read(Checkpoint moment) {
        try {
            return new Read(moment, history.grid(moment), null);
        } catch (IOException | RuntimeException e) {
            return new Read(moment, null, e);
        }
    }

    private synchronized void finish(Task task, Read read) {
        if (task.generation() != generation) {
            return;
        }
        SampleGrid grid = read.grid();
        if (grid == null) {
            // Whatever it was, it would be so again.
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
        while (oldest.hasNext() && cache.size() > 1 && (cache.size() > CACHED || cachedFloats > CACHED_FLOATS)) {
            cachedFloats -= oldest.next().getValue().pixels().length;
            oldest.remove();
        }
    }
}
