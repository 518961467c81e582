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
        assertTrue(pace.followDue());
        pace.followed(4 * MILLI);
        now += 35 * MILLI;
        assertFalse(pace.followDue());
        now += 2 * MILLI;
        assertTrue(pace.followDue());
    }

    @Test
    void aMovingHandHalvesItUntilItRests() {
        pace.followed(4 * MILLI);
        now += 37 * MILLI;
        pace.asked();
        assertFalse(pace.followDue());
        assertEquals(RenderThrottle.REST_NANOS, pace.nanosToRest());
        now += 40 * MILLI;
        assertTrue(pace.followDue());
    }

    @Test
    void aGridThatNobodySeesIsDrawnSeldomAndNeverBesideAHand() {
        pace.drewGrid(10 * MILLI, false);
        assertTrue(pace.followDue());
        assertTrue(pace.gridDue(true));
        now += 900 * MILLI;
        assertFalse(pace.gridDue(false));
        now += 100 * MILLI;
        assertTrue(pace.gridDue(false));
        pace.asked();
        assertFalse(pace.gridDue(false));
        now += RenderThrottle.REST_NANOS;
        assertTrue(pace.gridDue(false));
    }

    @Test
    void aGridThatIsSeenCountsAsFollowing() {
        pace.followed(2 * MILLI);
        pace.drewGrid(8 * MILLI, true);
        now += 89 * MILLI;
        assertFalse(pace.followDue());
        now += 2 * MILLI;
        assertTrue(pace.followDue());
    }
}
