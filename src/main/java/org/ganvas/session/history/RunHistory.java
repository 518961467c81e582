package org.ganvas.session.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Keeps moments of the run on the desk. What is put in is there at once; giving up old moments and writing to the disk is
 * done by an executor of its own, so that neither training nor drawing waits for it. Any thread.
 */
public final class RunHistory implements CheckpointHistory, AutoCloseable {

    /** The nearest that two moments of pictures are, as a part of the run. */
    private static final double MIN_GRID_GAP = 0.002;

    private static final int MAX_MARKS = 100;
    private static final int MAX_OFFERS = 4;

    private final SpillCache cache;
    private final Executor maintenance;
    private final Function<StoredCheckpoint, SampleGrid> renderer;
    private final Consumer<String> diskFailureListener;
    private final CheckpointIndex index;
    private final Deque<Offer> offers = new ArrayDeque<>();
    private volatile List<Checkpoint> checkpoints = List.of();
    private volatile boolean maintaining;
    private int run;
    private boolean maintenanceDue;
    private boolean diskFailed;
    private boolean diskFailureReported;
    private double pauseSeconds;

    /** Weights that were given to the painter, and when. */
    private record Offer(long step, double trainedSeconds) {}

    /**
     * @param tidier gives moments up and writes to the disk, one thing after the other
     * @param drawer draws a moment that nobody saw at its time, just as it would have been drawn
     * @param complaint hears a sentence when the disk fails, once a run
     */
    public RunHistory(
            HistorySettings settings,
            Executor tidier,
            Function<StoredCheckpoint, SampleGrid> drawer,
            Consumer<String> complaint) {
        this(settings, tidier, drawer, complaint, ArrayBlobFile::write);
    }

    RunHistory(
            HistorySettings settings,
            Executor tidier,
            Function<StoredCheckpoint, SampleGrid> drawer,
            Consumer<String> complaint,
            SpillCache.Disk disk) {
        this.maintenance = tidier;
        this.renderer = drawer;
        this.diskFailureListener = complaint;
        cache = new SpillCache(settings, disk);
        index = new CheckpointIndex(cache, settings.totalBytes());
    }

    // ---- Recording ----

    /** Another run: nothing of the one before stays. */
    public synchronized void beginRun(int number) {
        run = number;
        index.clear();
        offers.clear();
        diskFailed = false;
        diskFailureReported = false;
        pauseSeconds = 0;
        changed();
    }

    /** Keeps a complete moment. */
    public synchronized void add(StoredCheckpoint moment) {
        index.add(moment);
        changed();
    }

    /** Training has waited so long for a moment. */
    public synchronized void addPause(double seconds) {
        pauseSeconds += seconds;
    }

    /** Seconds that training has waited for the moments of this run. */
    public synchronized double pauseSeconds() {
        return pauseSeconds;
    }

    /** Weights of this step go to the painter: only grids of such are of this run and this branch of it. */
    public synchronized void weightsOffered(long step, double trainedSeconds) {
        offers.addLast(new Offer(step, trainedSeconds));
        if (offers.size() > MAX_OFFERS) {
            offers.removeFirst();
        }
    }

    /** A grid as it is shown. Keeps it where a complete moment waits for it, or where the one before is far enough. */
    public synchronized void gridRendered(SampleGrid grid) {
        for (Offer offer : offers) {
            if (offer.step() == grid.step() && wanted(grid.step())) {
                index.add(grid, offer.trainedSeconds());
                changed();
                return;
            }
        }
    }

    private boolean wanted(long step) {
        if (index.at(step) != null) {
            return true;
        }
        List<Checkpoint> now = checkpoints;
        long last = now.isEmpty() ? -1 : now.get(now.size() - 1).step();
        return step - last >= Math.max(1, MIN_GRID_GAP * step);
    }

    /** Takes a moment over from a file. */
    public synchronized void addImported(SampleGrid grid, double trainedSeconds, String mark) {
        index.add(grid, trainedSeconds);
        setMark(grid.step(), mark);
        changed();
    }

    /**
     * Names a kept moment.
     *
     * @return false if there are as many names as may be
     */
    public synchronized boolean mark(long step, String name) {
        boolean room = index.markCount() < MAX_MARKS;
        if (room) {
            setMark(step, name);
            publish();
        }
        return room;
    }

    private void setMark(long step, String name) {
        CheckpointRecord kept = index.at(step);
        if (kept != null) {
            kept.mark = name;
        }
    }

    @Override
    public synchronized void pinBest(long step) {
        index.pinBest(step);
    }

    /** Whether there are moments after this step. */
    public synchronized boolean hasCheckpointsAfter(long step) {
        return index.hasCheckpointsAfter(step);
    }

    /** Training goes on from an earlier step: nothing after it is of this run any more. */
    public synchronized void removeAfter(long afterStep) {
        index.removeAfter(afterStep);
        changed();
    }

    /** What was given to the painter is not of this branch any more. */
    public synchronized void clearOffers() {
        offers.clear();
    }

    // ---- Reading ----

    @Override
    public List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    @Override
    public @Nullable SampleGrid grid(Checkpoint moment) throws IOException {
        CacheEntry parcel;
        SampleGrid shell;
        synchronized (this) {
            CheckpointRecord kept = find(moment);
            parcel = kept == null ? null : kept.grid;
            shell = kept == null ? null : kept.gridWithoutPixels;
        }
        if (parcel == null || shell == null) {
            StoredCheckpoint state = state(moment);
            return state == null ? null : renderer.apply(state);
        }
        ArrayBlob numbers = read(parcel, moment.step());
        return numbers == null ? null : CheckpointCodec.withArrays(shell, numbers);
    }

    @Override
    public @Nullable RunCapture capture(Checkpoint moment) throws IOException {
        StoredCheckpoint state = state(moment);
        return state == null ? null : state.capture(null);
    }

    private @Nullable StoredCheckpoint state(Checkpoint moment) throws IOException {
        CacheEntry parcel;
        StoredCheckpoint shell;
        synchronized (this) {
            CheckpointRecord kept = find(moment);
            parcel = kept == null ? null : kept.run;
            shell = kept == null ? null : kept.runWithoutArrays;
        }
        if (parcel == null || shell == null) {
            return null;
        }
        ArrayBlob numbers = read(parcel, moment.step());
        return numbers == null ? null : CheckpointCodec.withArrays(shell, numbers);
    }

    /**
     * The newest complete moment at or before a step.
     *
     * @return null if there is none
     */
    public @Nullable Checkpoint completeUpTo(long step) {
        synchronized (this) {
            CheckpointRecord kept = index.completeUpTo(step);
            return kept == null ? null : kept.checkpoint(run);
        }
    }

    private @Nullable CheckpointRecord find(Checkpoint moment) {
        return moment.run() == run ? index.at(moment.step()) : null;
    }

    private @Nullable ArrayBlob read(CacheEntry parcel, long step) throws IOException {
        try {
            return cache.read(parcel);
        } catch (IOException e) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "The moment at step %,d cannot be read back from the disk; the run and the other moments"
                                    + " are safe.",
                            step),
                    e);
        }
    }

    /** Bytes of the heap that moments take. */
    public long memoryBytes() {
        return cache.memoryBytes();
    }

    /** Bytes of the disk that moments take. */
    public long diskBytes() {
        return cache.diskBytes();
    }

    // ---- Tidying ----

    /** Whether there is no room for another moment before those that came earlier are written or given up. */
    public boolean isOverfull() {
        return maintaining && cache.isOverfull();
    }

    private void changed() {
        publish();
        maintenanceDue = true;
        if (!maintaining) {
            maintaining = true;
            maintenance.execute(this::maintain);
        }
    }

    private void publish() {
        checkpoints = index.checkpoints(run);
    }

    private void maintain() {
        while (takeMaintenance()) {
            synchronized (this) {
                index.thin();
                publish();
            }
            while (cache.isOverfull() && (spill() || evict())) {
                // One less in memory.
            }
            cache.deleteRemovedFiles();
        }
    }

    private synchronized boolean takeMaintenance() {
        maintaining = maintenanceDue;
        maintenanceDue = false;
        return maintaining;
    }

    private boolean spill() {
        try {
            return !diskFailed() && cache.spill();
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    private synchronized boolean diskFailed() {
        return diskFailed;
    }

    private synchronized void fail(IOException reason) {
        diskFailed = true;
        if (!diskFailureReported) {
            diskFailureReported = true;
            diskFailureListener.accept(
                    "Moments of the run cannot be written to the disk (%s), so fewer of them are kept; training goes on."
                            .formatted(reason.getMessage()));
        }
    }

    private synchronized boolean evict() {
        boolean gone = index.evict();
        publish();
        return gone;
    }

    @Override
    public synchronized void close() {
        index.clear();
        cache.close();
        publish();
    }
}
