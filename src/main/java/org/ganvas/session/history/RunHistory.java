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
    private static final double GRID_GROWTH = 0.002;

    private static final int MOST_MARKS = 100;
    private static final int OFFERS = 4;

    private final SpillCache vault;
    private final Executor tidier;
    private final Function<StoredCheckpoint, SampleGrid> drawer;
    private final Consumer<String> complaint;
    private final CheckpointIndex catalogue;
    private final Deque<Offer> offers = new ArrayDeque<>();
    private volatile List<Checkpoint> moments = List.of();
    private volatile boolean tidying;
    private int run;
    private boolean untidy;
    private boolean diskFailed;
    private boolean told;
    private double spentSeconds;

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
        this.tidier = tidier;
        this.drawer = drawer;
        this.complaint = complaint;
        vault = new SpillCache(settings, disk);
        catalogue = new CheckpointIndex(vault, settings.bytes());
    }

    // ---- Recording ----

    /** Another run: nothing of the one before stays. */
    public synchronized void begin(int number) {
        run = number;
        catalogue.clear();
        offers.clear();
        diskFailed = false;
        told = false;
        spentSeconds = 0;
        changed();
    }

    /** Keeps a complete moment. */
    public synchronized void keep(StoredCheckpoint moment) {
        catalogue.keep(moment);
        changed();
    }

    /** Training has waited so long for a moment. */
    public synchronized void spent(double seconds) {
        spentSeconds += seconds;
    }

    /** Seconds that training has waited for the moments of this run. */
    public synchronized double spentSeconds() {
        return spentSeconds;
    }

    /** Weights of this step go to the painter: only grids of such are of this run and this branch of it. */
    public synchronized void offered(long step, double trainedSeconds) {
        offers.addLast(new Offer(step, trainedSeconds));
        if (offers.size() > OFFERS) {
            offers.removeFirst();
        }
    }

    /** A grid as it is shown. Keeps it where a complete moment waits for it, or where the one before is far enough. */
    public synchronized void drawn(SampleGrid grid) {
        for (Offer offer : offers) {
            if (offer.step() == grid.step() && wanted(grid.step())) {
                catalogue.keep(grid, offer.trainedSeconds());
                changed();
                return;
            }
        }
    }

    private boolean wanted(long step) {
        if (catalogue.at(step) != null) {
            return true;
        }
        List<Checkpoint> now = moments;
        long last = now.isEmpty() ? -1 : now.get(now.size() - 1).step();
        return step - last >= Math.max(1, GRID_GROWTH * step);
    }

    /** Takes a moment over from a file. */
    public synchronized void adopt(SampleGrid grid, double trainedSeconds, String mark) {
        catalogue.keep(grid, trainedSeconds);
        name(grid.step(), mark);
        changed();
    }

    /**
     * Names a kept moment.
     *
     * @return false if there are as many names as may be
     */
    public synchronized boolean mark(long step, String name) {
        boolean room = catalogue.marks() < MOST_MARKS;
        if (room) {
            name(step, name);
            publish();
        }
        return room;
    }

    private void name(long step, String name) {
        CheckpointRecord kept = catalogue.at(step);
        if (kept != null) {
            kept.mark = name;
        }
    }

    @Override
    public synchronized void best(long step) {
        catalogue.best(step);
    }

    /** Whether there are moments after this step. */
    public synchronized boolean endsAfter(long step) {
        return catalogue.endsAfter(step);
    }

    /** Training goes on from an earlier step: nothing after it is of this run any more. */
    public synchronized void cut(long afterStep) {
        catalogue.cut(afterStep);
        changed();
    }

    /** What was given to the painter is not of this branch any more. */
    public synchronized void forgetOffers() {
        offers.clear();
    }

    // ---- Reading ----

    @Override
    public List<Checkpoint> moments() {
        return moments;
    }

    @Override
    public @Nullable SampleGrid grid(Checkpoint moment) throws IOException {
        CacheEntry parcel;
        SampleGrid shell;
        synchronized (this) {
            CheckpointRecord kept = find(moment);
            parcel = kept == null ? null : kept.grid;
            shell = kept == null ? null : kept.gridShell;
        }
        if (parcel == null || shell == null) {
            StoredCheckpoint state = state(moment);
            return state == null ? null : drawer.apply(state);
        }
        ArrayBlob numbers = read(parcel, moment.step());
        return numbers == null ? null : CheckpointCodec.unpack(shell, numbers);
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
            shell = kept == null ? null : kept.runShell;
        }
        if (parcel == null || shell == null) {
            return null;
        }
        ArrayBlob numbers = read(parcel, moment.step());
        return numbers == null ? null : CheckpointCodec.unpack(shell, numbers);
    }

    /**
     * The newest complete moment at or before a step.
     *
     * @return null if there is none
     */
    public @Nullable Checkpoint completeUpTo(long step) {
        synchronized (this) {
            CheckpointRecord kept = catalogue.completeUpTo(step);
            return kept == null ? null : kept.moment(run);
        }
    }

    private @Nullable CheckpointRecord find(Checkpoint moment) {
        return moment.run() == run ? catalogue.at(moment.step()) : null;
    }

    private @Nullable ArrayBlob read(CacheEntry parcel, long step) throws IOException {
        try {
            return vault.read(parcel);
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
        return vault.memoryBytes();
    }

    /** Bytes of the disk that moments take. */
    public long diskBytes() {
        return vault.diskBytes();
    }

    // ---- Tidying ----

    /** Whether there is no room for another moment before those that came earlier are written or given up. */
    public boolean busy() {
        return tidying && vault.overfull();
    }

    private void changed() {
        publish();
        untidy = true;
        if (!tidying) {
            tidying = true;
            tidier.execute(this::tidy);
        }
    }

    private void publish() {
        moments = catalogue.moments(run);
    }

    private void tidy() {
        while (takeUpTidying()) {
            synchronized (this) {
                catalogue.thin();
                publish();
            }
            while (vault.overfull() && (spilled() || gaveUp())) {
                // One less in memory.
            }
            vault.sweep();
        }
    }

    private synchronized boolean takeUpTidying() {
        tidying = untidy;
        untidy = false;
        return tidying;
    }

    private boolean spilled() {
        try {
            return !diskFailed() && vault.spill();
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
        if (!told) {
            told = true;
            complaint.accept(
                    "Moments of the run cannot be written to the disk (%s), so fewer of them are kept; training goes on."
                            .formatted(reason.getMessage()));
        }
    }

    private synchronized boolean gaveUp() {
        boolean gone = catalogue.giveUp();
        publish();
        return gone;
    }

    @Override
    public synchronized void close() {
        catalogue.clear();
        vault.close();
        publish();
    }
}
