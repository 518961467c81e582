package org.ganvas.viewmodel;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ganvas.session.history.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The kept moments of a run, by step. Immutable, any thread.
 *
 * @param all in order of steps
 */
public record Moments(List<Moment> all) {

    /** Of a run that keeps none. */
    public static final Moments NONE = new Moments(List.of());

    public Moments {
        all = List.copyOf(all);
    }

    /** The moment that stands for a step: the newest at or before it; null if there is none. */
    public @Nullable Moment at(double step) {
        int index = indexUpTo(step);
        return index >= 0 ? all.get(index) : all.isEmpty() ? null : all.get(0);
    }

    private int indexUpTo(double step) {
        Moment wanted = new Moment(0, (long) Math.floor(step), 0, false, "");
        int found = Collections.binarySearch(all, wanted, Comparator.comparingLong(Moment::step));
        return found >= 0 ? found : -found - 2;
    }

    /** The moment nearest to a step. */
    public @Nullable Moment nearest(double step) {
        Moment before = at(step);
        Moment after = beside(before, 1);
        return before != null && after != null && after.step() - step < step - before.step() ? after : before;
    }

    /** The moment so many places after another; null beyond the ends. */
    public @Nullable Moment beside(@Nullable Moment moment, int places) {
        int index = moment == null ? all.size() : indexUpTo(moment.step());
        return index + places >= 0 && index + places < all.size() ? all.get(index + places) : null;
    }

    /** The next marked moment after a step, from the first again after the last; null if there are no marks. */
    public @Nullable Moment markAfter(double step) {
        List<Moment> marked = all.stream().filter(Moment::marked).toList();
        return marked.stream()
                .filter(moment -> moment.step() > step)
                .findFirst()
                .orElse(marked.isEmpty() ? null : marked.get(0));
    }

    /** The newest complete moment at or before a step. */
    public @Nullable Moment completeUpTo(long step) {
        Moment found = null;
        for (Moment moment : all) {
            if (moment.complete() && moment.step() <= step) {
                found = moment;
            }
        }
        return found;
    }

    long marks() {
        return all.stream().filter(Moment::marked).count();
    }

    long last() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).step();
    }

    /** Whether this is another branch of the run, or another run: something of the other one is not its past any more. */
    boolean lostEndOf(Moments other) {
        return !other.all.isEmpty()
                && (all.isEmpty()
                        || last() < other.last()
                        || all.get(0).run() != other.all.get(0).run());
    }
}
