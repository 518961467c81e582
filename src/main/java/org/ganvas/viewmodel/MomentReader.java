package org.ganvas.viewmodel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ganvas.session.Mailbox;
import org.ganvas.session.history.History;
import org.ganvas.session.history.Moment;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/**
 * Reads grids of moments away from the screen: the newest wish wins, what will be wished for next is read ahead, and what
 * was read lately is at hand. Asked on the FX thread, reads on an executor's.
 */
final class MomentReader {

    private static final long CACHED_FLOATS = 16L << 20;
    private static final int CACHED = 256;

    private final History history;
    private final Executor executor;
    private final Mailbox<Read> done = new Mailbox<>();

    // Guarded by this.
    private final Map<Moment, PictureGrid> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long cachedFloats;
    private @Nullable Moment wanted;
    private List<Moment> ahead = List.of();
    private boolean working;
    private long age;

    /**
     * What came of a wish.
     *
     * @param grid null if the moment is gone or cannot be read
     * @param problem a sentence; empty if there is none
     */
    record Read(Moment moment, @Nullable PictureGrid grid, String problem) {}

    MomentReader(History history, Executor executor) {
        this.history = history;
        this.executor = executor;
    }

    /** Wishes for a moment's grid. */
    synchronized void want(Moment moment, List<Moment> next) {
        ahead = next;
        PictureGrid known = cache.get(moment);
        if (known != null) {
            wanted = null;
            done.put(new Read(moment, known, ""));
        } else {
            wanted = moment;
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
    synchronized void forget() {
        cache.clear();
        cachedFloats = 0;
        wanted = null;
        ahead = List.of();
        age++;
        done.take();
    }

    private void work() {
        for (Task task = next(); task != null; task = next()) {
            Read read = read(task.moment());
            finish(task, read);
        }
    }

    private record Task(Moment moment, boolean wished, long age) {}

    private synchronized @Nullable Task next() {
        Moment wish = wanted;
        wanted = null;
        if (wish != null) {
            return new Task(wish, true, age);
        }
        for (Moment moment : ahead) {
            if (!cache.containsKey(moment)) {
                return new Task(moment, false, age);
            }
        }
        ahead = List.of();
        working = false;
        return null;
    }

    private Read read(Moment moment) {
        try {
            return new Read(moment, history.grid(moment), "");
        } catch (IOException | RuntimeException e) {
            return new Read(moment, null, String.valueOf(e.getMessage()));
        }
    }

    private synchronized void finish(Task task, Read read) {
        if (task.age() != age) {
            return;
        }
        PictureGrid grid = read.grid();
        if (grid == null) {
            // Whatever it was, it would be so again.
            ahead = List.of();
        } else if (cache.put(task.moment(), grid) == null) {
            cachedFloats += grid.pixels().length;
            shrink();
        }
        if (task.wished()) {
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
