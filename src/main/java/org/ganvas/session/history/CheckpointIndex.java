package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/** Checkpoints by step, and their eviction. Guarded by its {@link RunCheckpointHistory}. */
final class CheckpointIndex {

    private static final int MAX_RUNS = 96;
    private static final int MIN_RUNS = 8;
    private static final int MAX_GRIDS = 480;
    private static final int MIN_GRIDS = 64;

    /** Share of the capacity for complete runs; the rest is for grids. */
    private static final double RUNS_SHARE = 0.85;

    private final TreeMap<Long, CheckpointRecord> bySteps = new TreeMap<>();
    private final SpillCache cache;
    private final long capacityBytes;
    private long pinnedStep = -1;

    CheckpointIndex(SpillCache cache, long capacityBytes) {
        this.cache = cache;
        this.capacityBytes = capacityBytes;
    }

    @Nullable
    CheckpointRecord at(long step) {
        return bySteps.get(step);
    }

    /** The newest complete checkpoint at or before a step. */
    @Nullable
    CheckpointRecord completeUpTo(long step) {
        return bySteps.headMap(step, true).descendingMap().values().stream()
                .filter(CheckpointRecord::complete)
                .findFirst()
                .orElse(null);
    }

    void pinBest(long step) {
        CheckpointRecord record = completeUpTo(step);
        pinnedStep = record == null ? pinnedStep : record.step;
    }

    void add(StoredCheckpoint run) {
        CheckpointRecord record =
                bySteps.computeIfAbsent(run.step(), step -> new CheckpointRecord(step, run.trainedSeconds()));
        if (!record.complete()) {
            record.runWithoutArrays = CheckpointCodec.withoutArrays(run);
            record.run = cache.put(CheckpointCodec.arrays(run), true);
            record.data = TrainedData.of(run.info());
        }
    }

    void add(SampleGrid grid, double trainedSeconds, @Nullable TrainedData data) {
        CheckpointRecord record =
                bySteps.computeIfAbsent(grid.step(), step -> new CheckpointRecord(step, trainedSeconds));
        record.data = record.data == null ? data : record.data;
        if (record.grid == null) {
            record.gridWithoutPixels = CheckpointCodec.withoutArrays(grid);
            record.grid = cache.put(CheckpointCodec.arrays(grid), false);
        }
    }

    boolean hasCheckpointsAfter(long step) {
        return !bySteps.isEmpty() && bySteps.lastKey() > step;
    }

    long lastStep() {
        return bySteps.isEmpty() ? -1 : bySteps.lastKey();
    }

    void removeAfter(long afterStep) {
        List.copyOf(bySteps.tailMap(afterStep, false).values()).forEach(this::remove);
        pinnedStep = pinnedStep > afterStep ? -1 : pinnedStep;
    }

    void clear() {
        removeAfter(-1);
    }

    List<Checkpoint> checkpoints(int number) {
        return bySteps.values().stream()
                .map(record -> record.checkpoint(number))
                .toList();
    }

    long markCount() {
        return bySteps.values().stream()
                .filter(record -> !record.mark.isEmpty())
                .count();
    }

    /** Drops what exceeds the limits. */
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
                .mapToLong(record -> record.run == null ? 0 : record.run.bytes)
                .max()
                .orElse(1);
        return clamp((long) (RUNS_SHARE * capacityBytes / Math.max(1, each)), MIN_RUNS, MAX_RUNS) + markCount();
    }

    private long maxGrids() {
        long each = bySteps.values().stream()
                .mapToLong(record -> record.grid == null ? 0 : record.grid.bytes)
                .max()
                .orElse(1);
        return clamp((long) ((1 - RUNS_SHARE) * capacityBytes / Math.max(1, each)), MIN_GRIDS, MAX_GRIDS) + markCount();
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Drops the least needed arrays: a complete checkpoint becomes one with its grid only. */
    boolean evict() {
        return evictRun() || evictGrid();
    }

    private boolean evictRun() {
        List<CheckpointRecord> complete = new ArrayList<>(
                bySteps.values().stream().filter(CheckpointRecord::complete).toList());
        CheckpointRecord record = leastNeeded(complete, this::isPinned);
        if (record == null) {
            return false;
        }
        dropRun(record);
        if (record.grid == null) {
            remove(record);
        }
        return true;
    }

    private boolean evictGrid() {
        CheckpointRecord record =
                leastNeeded(new ArrayList<>(bySteps.values()), one -> isPinned(one) || one.complete());
        if (record == null) {
            return false;
        }
        remove(record);
        return true;
    }

    private boolean isPinned(CheckpointRecord record) {
        return !record.mark.isEmpty() || record.step == pinnedStep;
    }

    private static @Nullable CheckpointRecord leastNeeded(
            List<CheckpointRecord> records, Predicate<CheckpointRecord> pinned) {
        long[] steps = records.stream().mapToLong(one -> one.step).toArray();
        int index = CheckpointRetentionPolicy.leastNeeded(steps, i -> pinned.test(records.get(i)));
        return index < 0 ? null : records.get(index);
    }

    private void remove(CheckpointRecord record) {
        dropRun(record);
        if (record.grid != null) {
            cache.remove(record.grid);
        }
        bySteps.remove(record.step);
    }

    private void dropRun(CheckpointRecord record) {
        if (record.run != null) {
            cache.remove(record.run);
            record.run = null;
            record.runWithoutArrays = null;
        }
    }
}
