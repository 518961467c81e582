package org.ganvas.session;

import java.util.ArrayDeque;

/** Steps a second over the last second of training. The training thread's. */
final class ThroughputMeter {

    private static final long WINDOW_NANOS = 1_000_000_000L;

    private record Mark(long nanos, long step) {}

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();

    /** Starts anew, because training starts. */
    void restart(long nanos, long step) {
        marks.clear();
        marks.add(new Mark(nanos, step));
    }

    /** Steps a second up to now; 0 at the very start. */
    double at(long nanos, long step) {
        marks.addLast(new Mark(nanos, step));
        while (marks.size() > 2 && nanos - marks.peekFirst().nanos() > WINDOW_NANOS) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        return nanos == first.nanos() ? 0 : (step - first.step()) * 1e9 / (nanos - first.nanos());
    }
}
