package org.ganvas.session.threads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Timing of steps with every number of threads in turn. Rounds alternate, so that a disturbance affects all numbers alike.
 * The training thread's.
 */
public final class ThreadCalibration {

    /** Time of all rounds; one round is made even if it takes longer. */
    private static final long BUDGET_NANOS = 500_000_000L;

    /** More rounds would not improve the median. */
    private static final int ROUNDS = 9;

    private final LongSupplier clock;

    /** Takes one step and measures it. */
    @FunctionalInterface
    public interface Timer {
        /** Seconds of a step with this number of threads. */
        double secondsOfAStep(int threads);
    }

    ThreadCalibration(LongSupplier clock) {
        this.clock = clock;
    }

    /** A timing for each number, in the order of the numbers. */
    List<ThreadTiming> time(List<Integer> counts, Timer timer) {
        long end = clock.getAsLong() + BUDGET_NANOS;
        // The first step allocates memory and compiles code, whatever the number of threads.
        timer.secondsOfAStep(counts.get(0));
        double[][] seconds = new double[counts.size()][ROUNDS];
        int rounds = 0;
        do {
            // From many to few: code that still gets faster by compiling must not favour more threads.
            for (int i = counts.size() - 1; i >= 0; i--) {
                seconds[i][rounds] = timer.secondsOfAStep(counts.get(i));
            }
            rounds++;
        } while (rounds < ROUNDS && clock.getAsLong() < end);
        List<ThreadTiming> timings = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            timings.add(new ThreadTiming(counts.get(i), median(seconds[i], rounds)));
        }
        return timings;
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(count - 1) / 2];
    }
}
