package org.ganvas.session.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ganvas.data.Dataset;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/**
 * History of the session's run. A checkpoint is there as soon as it has been added; dropping old ones and writing to the
 * disk happens on an executor of its own, so that neither training nor rendering waits for it. Any thread.
 */
public final class RunCheckpointHistory implements CheckpointHistory, AutoCloseable {

    /** Shortest distance of two sample grids, relative to the run. */
    private static final double MIN_GRID_GAP = 0.002;

    private static final int MAX_MARKS = 100;
    private static final int MAX_OFFERS = 4;

    private final SpillCache cache;
    private final Executor maintenance;
    private final Function<StoredCheckpoint, SampleGrid> renderer;
    private final Consumer<Message> diskFailureListener;
    private final CheckpointIndex index;
    private final Deque<Offer> offers = new ArrayDeque<>();
    private final NavigableSet<Long> unrepeatable = new TreeSet<>();
    private volatile List<Checkpoint> checkpoints = List.of();
    private volatile Map<String, Dataset> datasets = Map.of();
    private volatile boolean maintaining;
    private int run;
    private boolean maintenanceDue;
    private boolean diskFailed;
    private boolean diskFailureReported;
    private double pauseSeconds;

    /** Weights that were offered to the renderer. */
    private record Offer(
            long step, double trainedSeconds, @Nullable TrainedData data) {}

    /**
     * @param maintenance drops checkpoints and writes to the disk, one task after the other
     * @param renderer renders the sample grid of a checkpoint that has none, with the same latents
     * @param diskFailureListener receives a message when the disk fails, once a run
     */
    public RunCheckpointHistory(
            HistorySettings settings,
            Executor maintenance,
            Function<StoredCheckpoint, SampleGrid> renderer,
            Consumer<Message> diskFailureListener) {
        this(settings, maintenance, renderer, diskFailureListener, ArrayBlobFile::write);
    }

    RunCheckpointHistory(
            HistorySettings settings,
            Executor maintenance,
            Function<StoredCheckpoint, SampleGrid> renderer,
            Consumer<Message> diskFailureListener,
            SpillCache.Disk disk) {
        this.maintenance = maintenance;
        this.renderer = renderer;
        this.diskFailureListener = diskFailureListener;
        cache = new SpillCache(settings, disk);
        index = new CheckpointIndex(cache, settings.totalBytes());
    }

    // ---- Recording ----

    /** Starts the history of another run; that of the run before is removed. */
    public synchronized void beginRun(int number) {
        run = number;
        index.clear();
        unrepeatable.clear();
        offers.clear();
        diskFailed = false;
        diskFailureReported = false;
        pauseSeconds = 0;
        changed();
    }

    /** Sets the data that the run was trained on so far, by id, to which more may be added. */
    public void hold(Map<String, Dataset> all) {
        datasets = all;
    }

    /** Adds a complete checkpoint. */
    public synchronized void add(StoredCheckpoint checkpoint) {
        index.add(checkpoint);
        changed();
    }

    /** Counts time that training has waited for a checkpoint. */
    public synchronized void addPause(double seconds) {
        pauseSeconds += seconds;
    }

    /** Seconds that training has waited for the checkpoints of this run. */
    public synchronized double pauseSeconds() {
        return pauseSeconds;
    }

    /** Notes that weights were offered to the renderer: only grids of such steps belong to this branch of this run. */
    public synchronized void weightsOffered(long step, double trainedSeconds, @Nullable TrainedData data) {
        offers.addLast(new Offer(step, trainedSeconds, data));
        if (offers.size() > MAX_OFFERS) {
            offers.removeFirst();
        }
    }

    /** Takes a rendered grid where a complete checkpoint lacks it, or where the last checkpoint is far enough away. */
    public synchronized void gridRendered(SampleGrid grid) {
        for (Offer offer : offers) {
            if (offer.step() == grid.step() && isWanted(grid.step())) {
                index.add(grid, offer.trainedSeconds(), offer.data());
                changed();
                return;
            }
        }
    }

    private boolean isWanted(long step) {
        if (index.at(step) != null) {
            return true;
        }
        List<Checkpoint> now = checkpoints;
        long last = now.isEmpty() ? -1 : now.get(now.size() - 1).step();
        return step - last >= Math.max(1, MIN_GRID_GAP * step);
    }

    /**
     * Adds what a project file brings, the run as it was saved included.
     *
     * @param past in order of steps
     */
    public synchronized void addImported(RunCapture saved, List<ProjectCheckpoint> past) {
        List<SettingChange> changes = saved.scalars().changes().read();
        for (ProjectCheckpoint checkpoint : past) {
            index.add(
                    checkpoint.grid(),
                    checkpoint.trainedSeconds(),
                    TrainedData.before(saved.info(), changes, checkpoint.step()));
            setMark(checkpoint.step(), checkpoint.mark());
        }
        ImportedPast imported = ImportedPast.of(saved, past);
        imported.complete().forEach(index::add);
        unrepeatable.addAll(imported.unrepeatable());
        changed();
    }

    @Override
    public synchronized boolean isRepeatable(long step) {
        CheckpointRecord from = index.completeUpTo(step);
        return from == null || unrepeatable.subSet(from.step, step).isEmpty();
    }

    /**
     * Marks a checkpoint with a name.
     *
     * @param name empty to remove the mark
     * @return false if there are as many marks as there can be
     */
    public synchronized boolean mark(long step, String name) {
        boolean fits = name.isEmpty() || index.markCount() < MAX_MARKS;
        if (fits) {
            setMark(step, name);
            publish();
        }
        return fits;
    }

    /** Whether there is a checkpoint of a step. */
    public synchronized boolean has(long step) {
        return index.at(step) != null;
    }

    /** Step of the last checkpoint; -1 if there is none. */
    public synchronized long lastStep() {
        return index.lastStep();
    }

    private void setMark(long step, String name) {
        CheckpointRecord record = index.at(step);
        if (record != null) {
            record.mark = name;
        }
    }

    @Override
    public synchronized void pinBest(long step) {
        index.pinBest(step);
    }

    public synchronized boolean hasCheckpointsAfter(long step) {
        return index.hasCheckpointsAfter(step);
    }

    /** Removes the checkpoints after a step from which training continues. */
    public synchronized void removeAfter(long step) {
        index.removeAfter(step);
        // What comes after it now is known.
        unrepeatable.tailSet(step).clear();
        changed();
    }

    /** Forgets the offered weights, because the run continues from another step. */
    public synchronized void clearOffers() {
        offers.clear();
    }

    // ---- Reading ----

    @Override
    public List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    @Override
    public @Nullable SampleGrid grid(Checkpoint checkpoint) throws CheckpointReadException {
        SpillCacheEntry entry;
        SampleGrid withoutPixels;
        synchronized (this) {
            CheckpointRecord record = find(checkpoint);
            entry = record == null ? null : record.grid;
            withoutPixels = record == null ? null : record.gridWithoutPixels;
        }
        if (entry == null || withoutPixels == null) {
            StoredCheckpoint stored = read(checkpoint);
            return stored == null ? null : renderer.apply(stored);
        }
        ArrayBlob arrays = read(entry, checkpoint.step());
        return arrays == null ? null : CheckpointCodec.withArrays(withoutPixels, arrays);
    }

    @Override
    public synchronized @Nullable TrainedData data(Checkpoint checkpoint) {
        CheckpointRecord record = find(checkpoint);
        return record == null ? null : record.data;
    }

    @Override
    public @Nullable Dataset dataset(TrainedData wanted) {
        return wanted.in(datasets);
    }

    @Override
    public @Nullable RunCapture capture(Checkpoint checkpoint) throws CheckpointReadException {
        StoredCheckpoint stored = read(checkpoint);
        return stored == null ? null : stored.capture(null);
    }

    private @Nullable StoredCheckpoint read(Checkpoint checkpoint) throws CheckpointReadException {
        SpillCacheEntry entry;
        StoredCheckpoint withoutArrays;
        synchronized (this) {
            CheckpointRecord record = find(checkpoint);
            entry = record == null ? null : record.run;
            withoutArrays = record == null ? null : record.runWithoutArrays;
        }
        if (entry == null || withoutArrays == null) {
            return null;
        }
        ArrayBlob arrays = read(entry, checkpoint.step());
        return arrays == null ? null : CheckpointCodec.withArrays(withoutArrays, arrays);
    }

    /**
     * The newest complete checkpoint at or before a step.
     *
     * @return null if there is none
     */
    public synchronized @Nullable Checkpoint completeUpTo(long step) {
        CheckpointRecord record = index.completeUpTo(step);
        return record == null ? null : record.checkpoint(run);
    }

    private @Nullable CheckpointRecord find(Checkpoint checkpoint) {
        return checkpoint.run() == run ? index.at(checkpoint.step()) : null;
    }

    private @Nullable ArrayBlob read(SpillCacheEntry entry, long step) throws CheckpointReadException {
        try {
            return cache.read(entry);
        } catch (IOException e) {
            throw new CheckpointReadException(Message.of("session.history.unreadable", NumberText.grouped(step)), e);
        }
    }

    /** Bytes of the heap that checkpoints take. */
    public long memoryBytes() {
        return cache.memoryBytes();
    }

    /** Bytes of the disk that checkpoints take. */
    public long diskBytes() {
        return cache.diskBytes();
    }

    // ---- Maintenance ----

    /** Whether there is no memory for another checkpoint before earlier ones are written or dropped. */
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
            diskFailureListener.accept(Message.of("session.history.unwritable", FileException.reason(reason)));
        }
    }

    private synchronized boolean evict() {
        boolean evicted = index.evict();
        publish();
        return evicted;
    }

    @Override
    public synchronized void close() {
        index.clear();
        cache.close();
        publish();
    }
}
