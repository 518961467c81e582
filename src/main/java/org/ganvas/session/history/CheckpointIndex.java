package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** What is kept, by step, and what can be given up. Guarded by its {@link RunHistory}. */
final class CheckpointIndex {

    private static final int MOST_RUNS = 96;
    private static final int FEWEST_RUNS = 8;
    private static final int MOST_GRIDS = 480;
    private static final int FEWEST_GRIDS = 64;

    /** Of all room, for complete moments; the rest is for pictures. */
    private static final double RUNS_SHARE = 0.85;

    private final TreeMap<Long, CheckpointRecord> bySteps = new TreeMap<>();
    private final SpillCache vault;
    private final long room;
    private long best = -1;

    CheckpointIndex(SpillCache vault, long room) {
        this.vault = vault;
        this.room = room;
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

    void best(long step) {
        CheckpointRecord kept = completeUpTo(step);
        best = kept == null ? best : kept.step;
    }

    void keep(StoredCheckpoint run) {
        CheckpointRecord kept =
                bySteps.computeIfAbsent(run.step(), step -> new CheckpointRecord(step, run.trainedSeconds()));
        if (!kept.complete()) {
            kept.runShell = CheckpointCodec.shell(run);
            kept.run = vault.put(CheckpointCodec.numbers(run), true);
        }
    }

    void keep(SampleGrid grid, double trainedSeconds) {
        CheckpointRecord kept =
                bySteps.computeIfAbsent(grid.step(), step -> new CheckpointRecord(step, trainedSeconds));
        if (kept.grid == null) {
            kept.gridShell = CheckpointCodec.shell(grid);
            kept.grid = vault.put(CheckpointCodec.numbers(grid), false);
        }
    }

    boolean endsAfter(long step) {
        return !bySteps.isEmpty() && bySteps.lastKey() > step;
    }

    void cut(long afterStep) {
        List.copyOf(bySteps.tailMap(afterStep, false).values()).forEach(this::remove);
        best = best > afterStep ? -1 : best;
    }

    void clear() {
        cut(-1);
    }

    List<Checkpoint> moments(int number) {
        return bySteps.values().stream().map(kept -> kept.moment(number)).toList();
    }

    long marks() {
        return bySteps.values().stream().filter(kept -> !kept.mark.isEmpty()).count();
    }

    /** Gives up what there is too much of. */
    void thin() {
        while (count(CheckpointRecord::complete) > mostRuns() && giveUpRun()) {
            // One less.
        }
        while (bySteps.size() > mostGrids() && giveUpGrid()) {
            // One less.
        }
    }

    private long count(Predicate<CheckpointRecord> which) {
        return bySteps.values().stream().filter(which).count();
    }

    private long mostRuns() {
        long each = bySteps.values().stream()
                .filter(CheckpointRecord::complete)
                .mapToLong(kept -> kept.run == null ? 0 : kept.run.bytes)
                .max()
                .orElse(1);
        return within((long) (RUNS_SHARE * room / Math.max(1, each)), FEWEST_RUNS, MOST_RUNS) + marks();
    }

    private long mostGrids() {
        long each = bySteps.values().stream()
                .mapToLong(kept -> kept.grid == null ? 0 : kept.grid.bytes)
                .max()
                .orElse(1);
        return within((long) ((1 - RUNS_SHARE) * room / Math.max(1, each)), FEWEST_GRIDS, MOST_GRIDS) + marks();
    }

    private static long within(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Gives up the least needed: a complete moment becomes one of pictures only. */
    boolean giveUp() {
        return giveUpRun() || giveUpGrid();
    }

    private boolean giveUpRun() {
        List<CheckpointRecord> complete = new ArrayList<>(
                bySteps.values().stream().filter(CheckpointRecord::complete).toList());
        CheckpointRecord kept = leastNeeded(complete, this::held);
        if (kept == null) {
            return false;
        }
        dropRun(kept);
        if (kept.grid == null) {
            remove(kept);
        }
        return true;
    }

    private boolean giveUpGrid() {
        CheckpointRecord kept = leastNeeded(new ArrayList<>(bySteps.values()), one -> held(one) || one.complete());
        if (kept == null) {
            return false;
        }
        remove(kept);
        return true;
    }

    private boolean held(CheckpointRecord kept) {
        return !kept.mark.isEmpty() || kept.step == best;
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
            vault.drop(kept.grid);
        }
        bySteps.remove(kept.step);
    }

    private void dropRun(CheckpointRecord kept) {
        if (kept.run != null) {
            vault.drop(kept.run);
            kept.run = null;
            kept.runShell = null;
        }
    }
}
