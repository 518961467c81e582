package org.ganvas.session.threads;

import java.util.List;

/**
 * The number of native threads that the engine computes with, and why. Immutable, any thread.
 *
 * @param count native threads; 0 before the engine is started
 * @param automatic whether the program chose the number
 * @param most the largest number that the program may choose
 * @param timings timings that it was chosen by, from few threads to many; empty where there was no calibration
 */
public record ThreadUse(int count, boolean automatic, int most, List<ThreadTiming> timings) {

    /** Before the engine is started. */
    public static final ThreadUse NONE = new ThreadUse(0, true, 0, List.of());

    public ThreadUse {
        timings = List.copyOf(timings);
    }
}
