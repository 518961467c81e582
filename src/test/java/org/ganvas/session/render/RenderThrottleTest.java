package org.ganvas.session.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.junit.jupiter.api.Test;

/** What following the generator may cost, at rest and beside a hand. */
final class RenderThrottleTest {

    private static final long MILLI = 1_000_000;

    private long now = 5_000 * MILLI;
    private final RenderThrottle pace = new RenderThrottle(() -> now);

    @Test
    void atRestATenthOfACoreIsSpentOnFollowing() {
        assertTrue(pace.updateDue());
        pace.updated(4 * MILLI);
        now += 35 * MILLI;
        assertFalse(pace.updateDue());
        now += 2 * MILLI;
        assertTrue(pace.updateDue());
    }

    @Test
    void aMovingHandHalvesItUntilItRests() {
        pace.updated(4 * MILLI);
        now += 37 * MILLI;
        pace.latentsRequested();
        assertFalse(pace.updateDue());
        assertEquals(RenderThrottle.IDLE_NANOS, pace.nanosToIdle());
        now += 40 * MILLI;
        assertTrue(pace.updateDue());
    }

    @Test
    void aGridThatNobodySeesIsDrawnSeldomAndNeverBesideAHand() {
        pace.gridRendered(10 * MILLI, false);
        assertTrue(pace.updateDue());
        assertTrue(pace.gridDue(true));
        now += 900 * MILLI;
        assertFalse(pace.gridDue(false));
        now += 100 * MILLI;
        assertTrue(pace.gridDue(false));
        pace.latentsRequested();
        assertFalse(pace.gridDue(false));
        now += RenderThrottle.IDLE_NANOS;
        assertTrue(pace.gridDue(false));
    }

    @Test
    void aGridThatIsSeenCountsAsFollowing() {
        pace.updated(2 * MILLI);
        pace.gridRendered(8 * MILLI, true);
        now += 89 * MILLI;
        assertFalse(pace.updateDue());
        now += 2 * MILLI;
        assertTrue(pace.updateDue());
    }
}
