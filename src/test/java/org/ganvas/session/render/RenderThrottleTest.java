package org.ganvas.session.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Cost of newer weights while the current latents are idle and while they change. */
final class RenderThrottleTest {

    private static final long MILLI = 1_000_000;

    private long now = 5_000 * MILLI;
    private final RenderThrottle throttle = new RenderThrottle(() -> now);

    @Test
    void idleLatentsLeaveATenthOfACoreForNewerWeights() {
        assertTrue(throttle.updateDue());
        throttle.updated(4 * MILLI);
        now += 35 * MILLI;
        assertFalse(throttle.updateDue());
        now += 2 * MILLI;
        assertTrue(throttle.updateDue());
    }

    @Test
    void changingLatentsHalveItUntilTheyAreIdle() {
        throttle.updated(4 * MILLI);
        now += 37 * MILLI;
        throttle.latentsRequested();
        assertFalse(throttle.updateDue());
        assertEquals(RenderThrottle.IDLE_NANOS, throttle.nanosToIdle());
        now += 40 * MILLI;
        assertTrue(throttle.updateDue());
    }

    @Test
    void anInvisibleGridIsRenderedSeldomAndNeverWhileLatentsChange() {
        throttle.gridRendered(10 * MILLI, false);
        assertTrue(throttle.updateDue());
        assertTrue(throttle.gridDue(true));
        now += 900 * MILLI;
        assertFalse(throttle.gridDue(false));
        now += 100 * MILLI;
        assertTrue(throttle.gridDue(false));
        throttle.latentsRequested();
        assertFalse(throttle.gridDue(false));
        now += RenderThrottle.IDLE_NANOS;
        assertTrue(throttle.gridDue(false));
    }

    @Test
    void aVisibleGridCountsAsNewerWeights() {
        throttle.updated(2 * MILLI);
        throttle.gridRendered(8 * MILLI, true);
        now += 89 * MILLI;
        assertFalse(throttle.updateDue());
        now += 2 * MILLI;
        assertTrue(throttle.updateDue());
    }
}
