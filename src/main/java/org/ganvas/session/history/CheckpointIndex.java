package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** What is kept, by step, and what can be given up. Guarded by its {@link RunHistory}. */
final class CheckpointIndex {

    private static final int MAX_RUNS = 96;
    private static final int MIN_RUNS = 8;
    private static final int MAX_GRIDS = 480;
    private static final int MIN_GRIDS = 64;

    /** Of all room, for complete moments; the rest is for pictures. */
    private static final double RUNS_SHARE = 0.85;

    private final TreeMap<Long, CheckpointRecord> bySteps = new TreeMap<>();
    private final SpillCache cache;
    private final long capacityBytes;
    private long pinBest = -1;

    CheckpointIndex(SpillCache vault, long room) {
        this.cache = vault;
        this.capacityBytes = room;
    }

    @Nullable
    CheckpointRecord at(long step) {
        return bySteps.get(step);
    }

    /** The newest complete one at or before a step. */
    @Nullable
    CheckpointRecord completeUpTo(long step) {
        return bySteps.headMap(step, true).descendingMap().values().stream()
                .filter(CheckpointRecord::complete)
                .findFirst()
                .orElse(null);
    }

    void pinBest(long step) {
        CheckpointRecord kept = completeUpTo(step);
        pinBest = kept == null ? pinBest : kept.step;
    }

    void add(StoredCheckpoint run) {
        CheckpointRecord kept =
                bySteps.computeIfAbsent(run.step(), step -> new CheckpointRecord(step, run.trainedSeconds()));
        if (!kept.complete()) {
            kept.runWithoutArrays = CheckpointCodec.withoutArrays(run);
            kept.run = cache.put(CheckpointCodec.arrays(run), true);
        }
    }

    void add(SampleGrid grid, double trainedSeconds) {
        CheckpointRecord kept =
                bySteps.computeIfAbsent(grid.step(), step -> new CheckpointRecord(step, trainedSeconds));
        if (kept.grid == null) {
            kept.gridWithoutPixels = CheckpointCodec.withoutArrays(grid);
            kept.grid = cache.put(CheckpointCodec.arrays(grid), false);
        }
    }

    boolean hasCheckpointsAfter(long step) {
        return !bySteps.isEmpty() && bySteps.lastKey() > step;
    }

    void removeAfter(long afterStep) {
        List.copyOf(bySteps.tailMap(afterStep, false).values()).forEach(this::remove);
        pinBest = pinBest > afterStep ? -1 : pinBest;
    }

    void clear() {
        removeAfter(-1);
    }

    List<Checkpoint> checkpoints(int number) {
        return bySteps.values().stream().map(kept -> kept.checkpoint(number)).toList();
    }

    long markCount() {
        return bySteps.values().stream().filter(kept -> !kept.mark.isEmpty()).count();
    }

    /** Gives up what there is too much of. */
    void thin() {
        while (count(CheckpointRecord::complete) > maxRuns() && evictRun()) {
            // One less.
        }
        while (bySteps.size() > maxGrids() && evictGrid()) {
            // One less.
        }
    }

    private long count(Predicate<CheckpointRecord> which) {
        return bySteps.values().stream().filter(which).count();
    }

    private long maxRuns() {
        long each = bySteps.values().stream()
                .filter(CheckpointRecord::complete)
                .mapToLong(kept -> kept.run == null ? 0 : kept.run.bytes)
                .max()
                .orElse(1);
        return clamp((long) (RUNS_SHARE * capacityBytes / Math.max(1, each)), MIN_RUNS, MAX_RUNS) + markCount();
    }

    private long maxGrids() {
        long each = bySteps.values().stream()
                .mapToLong(kept -> kept.grid == null ? 0 : kept.grid.bytes)
                .max()
                .orElse(1);
        return clamp((long) ((1 - RUNS_SHARE) * capacityBytes / Math.max(1, each)), MIN_GRIDS, MAX_GRIDS) + markCount();
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Gives up the least needed: a complete moment becomes one of pictures only. */
    boolean evict() {
        return evictRun() || evictGrid();
    }

    private boolean evictRun() {
        List<CheckpointRecord> complete = new ArrayList<>(
                bySteps.values().stream().filter(CheckpointRecord::complete).toList());
        CheckpointRecord kept = leastNeeded(complete, this::isPinned);
        if (kept == null) {
            return false;
        }
        dropRun(kept);
        if (kept.grid == null) {
            remove(kept);
        }
        return true;
    }

    private boolean evictGrid() {
        CheckpointRecord kept = leastNeeded(new ArrayList<>(bySteps.values()), one -> isPinned(one) || one.complete());
        if (kept == null) {
            return false;
        }
        remove(kept);
        return true;
    }

    private boolean isPinned(CheckpointRecord kept) {
        return !kept.mark.isEmpty() || kept.step == pinBest;
    }

    private static @Nullable CheckpointRecord leastNeeded(
            List<CheckpointRecord> kept, Predicate<CheckpointRecord> held) {
        long[] steps = kept.stream().mapToLong(one -> one.step).toArray();
        int index = RetentionPolicy.leastNeeded(steps, i -> held.test(kept.get(i)));
        return index < 0 ? null : kept.get(index);
    }

    private void remove(CheckpointRecord kept) {
        dropRun(kept);
        if (kept.grid != null) {
            cache.remove(kept.grid);
        }
        bySteps.remove(kept.step);
    }

    private void dropRun(CheckpointRecord kept) {
        if (kept.run != null) {
            cache.remove(kept.run);
            kept.run = null;
            kept.runWithoutArrays = null;
        }
    }
}
