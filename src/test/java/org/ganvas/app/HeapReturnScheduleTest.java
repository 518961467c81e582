package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapReturnScheduleTest {

    private final HeapReturnSchedule schedule = new HeapReturnSchedule();

    @Test
    void heapOfTheStartIsReturnedSoon() {
        assertFalse(schedule.isDue(7, 500, 3));
        assertTrue(schedule.isDue(8, 500, 3));
        assertFalse(schedule.isDue(9, 500, 3), "once is enough");
    }

    @Test
    void grownHeapIsReturnedSooner() {
        settleAt(10, 200);
        assertFalse(schedule.isDue(18, 220, 6), "it is no larger");
        assertTrue(schedule.isDue(18, 221, 6));
    }

    @Test
    void heapOfTheSameSizeIsMarkedNowAndThen() {
        settleAt(10, 200);
        assertFalse(schedule.isDue(39, 200, 9));
        assertTrue(schedule.isDue(40, 200, 9));
    }

    @Test
    void idleProgramIsLeftAlone() {
        settleAt(10, 200);
        assertFalse(schedule.isDue(1000, 900, 5), "nothing was collected since");
    }

    private void settleAt(double seconds, long bytes) {
        assertTrue(schedule.isDue(seconds, bytes, 4));
        schedule.settled(bytes, 5);
    }
}
