package org.ganvas.viewmodel.timeline;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ganvas.session.history.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of a run by step. Immutable, any thread.
 *
 * @param all in ascending order of steps
 */
public record CheckpointList(List<Checkpoint> all) {

    /** List without checkpoints. */
    public static final CheckpointList NONE = new CheckpointList(List.of());

    public CheckpointList {
        all = List.copyOf(all);
    }

    /** Newest checkpoint at or before a step, else the first one; null if there is none. */
    public @Nullable Checkpoint at(double step) {
        int index = indexUpTo(step);
        return index >= 0 ? all.get(index) : all.isEmpty() ? null : all.get(0);
    }

    private int indexUpTo(double step) {
        Checkpoint key = new Checkpoint(0, (long) Math.floor(step), 0, false, "");
        int found = Collections.binarySearch(all, key, Comparator.comparingLong(Checkpoint::step));
        return found >= 0 ? found : -found - 2;
    }

    /** Checkpoint nearest to a step; null if there is none. */
    public @Nullable Checkpoint nearest(double step) {
        Checkpoint before = at(step);
        Checkpoint after = offset(before, 1);
        return before != null && after != null && after.step() - step < step - before.step() ? after : before;
    }

    /** Checkpoint a number of places after another, where null is the present; null beyond the ends. */
    public @Nullable Checkpoint offset(@Nullable Checkpoint checkpoint, int places) {
        int index = checkpoint == null ? all.size() : indexUpTo(checkpoint.step());
        return index + places >= 0 && index + places < all.size() ? all.get(index + places) : null;
    }

    /** Next marked checkpoint after a step, the first one after the last; null if none is marked. */
    public @Nullable Checkpoint markAfter(double step) {
        List<Checkpoint> marked = all.stream().filter(Checkpoint::isMarked).toList();
        return marked.stream()
                .filter(checkpoint -> checkpoint.step() > step)
                .findFirst()
                .orElse(marked.isEmpty() ? null : marked.get(0));
    }

    /** Newest complete checkpoint at or before a step; null if there is none. */
    public @Nullable Checkpoint completeUpTo(long step) {
        Checkpoint found = null;
        for (Checkpoint checkpoint : all) {
            if (checkpoint.complete() && checkpoint.step() <= step) {
                found = checkpoint;
            }
        }
        return found;
    }

    /** Complete checkpoint nearest to a step; null if none is within reach. */
    @Nullable
    Checkpoint completeNear(double step, double reach) {
        return all.stream()
                .filter(Checkpoint::complete)
                .filter(checkpoint -> Math.abs(checkpoint.step() - step) <= reach)
                .min(Comparator.comparingDouble(checkpoint -> Math.abs(checkpoint.step() - step)))
                .orElse(null);
    }

    boolean hasMark(String name) {
        return all.stream().anyMatch(checkpoint -> checkpoint.mark().equals(name));
    }

    long last() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).step();
    }

    /** Whether this list is of another run or branch than the other one, so that checkpoints of that one are not its past. */
    boolean replacesEndOf(CheckpointList other) {
        return !other.all.isEmpty()
                && (all.isEmpty()
                        || last() < other.last()
                        || all.get(0).run() != other.all.get(0).run());
    }
}
