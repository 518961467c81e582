package org.ganvas.session.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadCalibrationTest {

    @Test
    void everyNumberIsTimedInTurnFromManyToFewAfterOneStepThatDoesNotCount() {
        SimulatedMachine machine = new SimulatedMachine(300, 200, 150);
        List<ThreadTiming> timings = measure(machine);
        assertEquals(List.of(1, 3, 2, 1), machine.timed);
        assertEquals(List.of(new ThreadTiming(1, 0.3), new ThreadTiming(2, 0.2), new ThreadTiming(3, 0.15)), timings);
    }

    @Test
    void quickStepsAreTimedOftenAndStayWithinTheBudget() {
        SimulatedMachine machine = new SimulatedMachine(20, 15, 18);
        long before = machine.now;
        measure(machine);
        assertEquals(1 + 3 * 9, machine.timed.size());
        assertTrue(machine.now - before <= 550 * SimulatedMachine.MILLI, "took " + (machine.now - before));
    }

    @Test
    void oneDisturbedStepDoesNotCount() {
        int[] calls = {0};
        List<ThreadTiming> timings = new ThreadCalibration(() -> 0).time(List.of(1, 2), threads -> {
            calls[0]++;
            return calls[0] == 4 ? 9 : 1.0 / threads;
        });
        assertEquals(List.of(new ThreadTiming(1, 1), new ThreadTiming(2, 0.5)), timings);
    }

    private static List<ThreadTiming> measure(SimulatedMachine machine) {
        return new ThreadCalibration(() -> machine.now).time(List.of(1, 2, 3), machine::secondsOfAStep);
    }
}
