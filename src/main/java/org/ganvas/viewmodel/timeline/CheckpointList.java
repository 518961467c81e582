package org.ganvas.viewmodel.timeline;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ganvas.session.history.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The kept moments of a run, by step. Immutable, any thread.
 *
 * @param all in order of steps
 */
public record CheckpointList(List<Checkpoint> all) {

    /** Of a run that keeps none. */
    public static final CheckpointList NONE = new CheckpointList(List.of());

    public CheckpointList {
        all = List.copyOf(all);
    }

    /** The moment that stands for a step: the newest at or before it; null if there is none. */
    public @Nullable Checkpoint at(double step) {
        int index = indexUpTo(step);
        return index >= 0 ? all.get(index) : all.isEmpty() ? null : all.get(0);
    }

    private int indexUpTo(double step) {
        Checkpoint wanted = new Checkpoint(0, (long) Math.floor(step), 0, false, "");
        int found = Collections.binarySearch(all, wanted, Comparator.comparingLong(Checkpoint::step));
        return found >= 0 ? found : -found - 2;
    }

    /** The moment nearest to a step. */
    public @Nullable Checkpoint nearest(double step) {
        Checkpoint before = at(step);
        Checkpoint after = offset(before, 1);
        return before != null && after != null && after.step() - step < step - before.step() ? after : before;
    }

    /** The moment so many places after another; null beyond the ends. */
    public @Nullable Checkpoint offset(@Nullable Checkpoint moment, int places) {
        int index = moment == null ? all.size() : indexUpTo(moment.step());
        return index + places >= 0 && index + places < all.size() ? all.get(index + places) : null;
    }

    /** The next marked moment after a step, from the first again after the last; null if there are no marks. */
    public @Nullable Checkpoint markAfter(double step) {
        List<Checkpoint> marked = all.stream().filter(Checkpoint::isMarked).toList();
        return marked.stream()
                .filter(moment -> moment.step() > step)
                .findFirst()
                .orElse(marked.isEmpty() ? null : marked.get(0));
    }

    /** The newest complete moment at or before a step. */
    public @Nullable Checkpoint completeUpTo(long step) {
        Checkpoint found = null;
        for (Checkpoint moment : all) {
            if (moment.complete() && moment.step() <= step) {
                found = moment;
            }
        }
        return found;
    }

    long marks() {
        return all.stream().filter(Checkpoint::isMarked).count();
    }

    long last() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).step();
    }

    /** Whether this is another branch of the run, or another run: something of the other one is not its past any more. */
    boolean replacesEndOf(CheckpointList other) {
        return !other.all.isEmpty()
                && (all.isEmpty()
                        || last() < other.last()
                        || all.get(0).run() != other.all.get(0).run());
    }
}
