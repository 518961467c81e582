package org.ganvas.session.render;

import java.util.function.LongSupplier;

/**
 * How often the renderer follows the generator in training, as a share of one core, so that training is hardly slowed.
 * The share is smaller while the current latents change, because every request is rendered with newer weights anyway. Any
 * thread.
 */
final class RenderThrottle {

    /** Current latents that have not changed for so long are idle. */
    static final long IDLE_NANOS = 100_000_000;

    /** Share of one core for newer weights while the current latents are idle. */
    private static final double SHARE = 0.1;

    /** The same while the current latents change. */
    private static final double SHARE_WHILE_CHANGING = 0.05;

    /** Share of one core for a sample grid that is not visible: only the history needs it. */
    private static final double SHARE_INVISIBLE = 0.01;

    private final LongSupplier clock;
    private long lastRequest;
    private long lastUpdate;
    private long updateCost;
    private long lastGrid;
    private long gridCost;

    /**
     * @param clock nanoseconds from any fixed point
     */
    RenderThrottle(LongSupplier clock) {
        this.clock = clock;
        long now = clock.getAsLong();
        lastRequest = now - IDLE_NANOS;
        lastUpdate = now;
        lastGrid = now;
    }

    /** Registers a request for other latents. */
    synchronized void latentsRequested() {
        lastRequest = clock.getAsLong();
    }

    /** Time until the current latents are idle; 0 or less if they are. */
    synchronized long nanosToIdle() {
        return lastRequest + IDLE_NANOS - clock.getAsLong();
    }

    /** Whether newer weights may be taken. */
    synchronized boolean updateDue() {
        return passed(lastUpdate, updateCost, nanosToIdle() > 0 ? SHARE_WHILE_CHANGING : SHARE);
    }

    /** Whether the sample grid may be rendered. */
    synchronized boolean gridDue(boolean visible) {
        return visible || nanosToIdle() <= 0 && passed(lastGrid, gridCost, SHARE_INVISIBLE);
    }

    private boolean passed(long since, long cost, double share) {
        return clock.getAsLong() - since >= (long) (cost * (1 / share - 1));
    }

    /** Registers that newer weights were taken and shown, at this cost to all threads together. */
    synchronized void updated(long nanos) {
        lastUpdate = clock.getAsLong();
        updateCost = nanos;
    }

    /** Registers that the grid was rendered at this cost, which counts for the weights where the grid is visible. */
    synchronized void gridRendered(long nanos, boolean visible) {
        lastGrid = clock.getAsLong();
        gridCost = nanos;
        if (visible) {
            lastUpdate = lastGrid;
            updateCost += nanos;
        }
    }
}
