package org.ganvas.session.threads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times steps with every number of threads in turn. Rounds alternate, so that a disturbance meets all numbers alike. The
 * training thread's.
 */
public final class ThreadCalibration {

    /** Altogether; where a step takes so long that one round needs more, one round it is. */
    private static final long BUDGET_NANOS = 500_000_000L;

    /** More would not make a median better. */
    private static final int ROUNDS = 9;

    private final LongSupplier clock;

    /** Takes one step. */
    @FunctionalInterface
    public interface Timer {
        /** Seconds that it took with so many threads. */
        double secondsOfAStep(int threads);
    }

    ThreadCalibration(LongSupplier clock) {
        this.clock = clock;
    }

    /** A timing for each number, in the order of the numbers. */
    List<ThreadTiming> measure(List<Integer> counts, Timer timer) {
        long end = clock.getAsLong() + BUDGET_NANOS;
        // Memory is taken and code compiled in the first step, whoever takes it.
        timer.secondsOfAStep(counts.get(0));
        double[][] seconds = new double[counts.size()][ROUNDS];
        int rounds = 0;
        do {
            // From many to few: what still gets faster by compiling must not speak for more threads.
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
