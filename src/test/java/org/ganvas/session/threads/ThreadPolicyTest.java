package org.ganvas.session.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadPolicyTest {

    @Test
    void aSecondThreadMustGainFifteenPerCent() {
        assertEquals(1, best(100, 88));
        assertEquals(2, best(100, 86));
    }

    @Test
    void slowerWithMoreThreadsMeansOne() {
        assertEquals(1, best(20, 130, 210));
    }

    @Test
    void everyFurtherThreadMustBeWorthItsCore() {
        // 1.7 times as fast with two; a third adds 3 per cent, where half of 15 is asked for.
        assertEquals(2, best(170, 100, 97));
        assertEquals(3, best(170, 100, 92));
    }

    @Test
    void aDipOnTheWayDoesNotHideWhatManyThreadsGain() {
        assertEquals(4, best(100, 99, 95, 60));
    }

    @Test
    void candidatesGoUpToTheLargestNumber() {
        assertEquals(List.of(1), ThreadPolicy.candidates(1));
        assertEquals(List.of(1, 2, 3), ThreadPolicy.candidates(3));
        assertEquals(List.of(1, 2, 3, 4, 6, 7), ThreadPolicy.candidates(7));
        assertEquals(List.of(1, 2, 3, 4, 6, 8, 12, 16), ThreadPolicy.candidates(128));
    }

    @Test
    void aWindowKeepsACoreFreeAndTheCommandLineNone() {
        int cores = ThreadPolicy.cores();
        assertEquals(
                Math.max(1, cores - 1),
                ThreadPolicy.window(ThreadPolicy.AUTOMATIC).most());
        assertEquals(cores, ThreadPolicy.commandLine(ThreadPolicy.AUTOMATIC).most());
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ThreadPolicy(-1, 2, true));
        assertThrows(IllegalArgumentException.class, () -> new ThreadPolicy(0, 0, true));
    }

    private static int best(double... milliseconds) {
        List<ThreadTiming> timings = new ArrayList<>();
        for (double one : milliseconds) {
            timings.add(new ThreadTiming(timings.size() + 1, one / 1e3));
        }
        return ThreadPolicy.best(timings);
    }
}
