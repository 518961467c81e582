package org.ganvas.session.threads;

import java.util.List;

/**
 * With how many native threads the engine computes, and why. Immutable, any thread.
 *
 * @param count native threads; 0 before there is an engine
 * @param automatic whether the program chose the number
 * @param most the largest number that the program may choose
 * @param timings what it chose by, from few threads to many; empty where nothing was measured
 */
public record ThreadUse(int count, boolean automatic, int most, List<ThreadTiming> timings) {

    /** Before there is an engine. */
    public static final ThreadUse NONE = new ThreadUse(0, true, 0, List.of());

    public ThreadUse {
        timings = List.copyOf(timings);
    }
}
