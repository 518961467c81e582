package org.ganvas.session.render;

import java.util.function.LongSupplier;

/**
 * How often the painter follows the generator in training, so that training hardly feels it: as a share of one core, less
 * of it while a hand moves, because every picture that a hand asks for is drawn with newer weights anyway. Any thread.
 */
final class RenderThrottle {

    /** A hand that has asked for nothing for so long rests. */
    static final long REST_NANOS = 100_000_000;

    /** Share of one core that following may take while the hand rests. */
    private static final double SHARE = 0.1;

    /** The same while the hand moves. */
    private static final double SHARE_BESIDE_HAND = 0.05;

    /** Share of one core for a grid that nobody sees: only the run's past is made of it. */
    private static final double SHARE_UNSEEN = 0.01;

    private final LongSupplier clock;
    private long lastAsked;
    private long followed;
    private long followCost;
    private long gridDone;
    private long gridCost;

    /**
     * @param clock nanoseconds from any fixed point
     */
    RenderThrottle(LongSupplier clock) {
        this.clock = clock;
        long now = clock.getAsLong();
        lastAsked = now - REST_NANOS;
        followed = now;
        gridDone = now;
    }

    /** The hand moved. */
    synchronized void asked() {
        lastAsked = clock.getAsLong();
    }

    /** Until the hand is taken to rest; 0 or less if it does. */
    synchronized long nanosToRest() {
        return lastAsked + REST_NANOS - clock.getAsLong();
    }

    /** Whether newer weights may be taken. */
    synchronized boolean followDue() {
        return passed(followed, followCost, nanosToRest() > 0 ? SHARE_BESIDE_HAND : SHARE);
    }

    /** Whether the grid may be drawn. */
    synchronized boolean gridDue(boolean seen) {
        return seen || nanosToRest() <= 0 && passed(gridDone, gridCost, SHARE_UNSEEN);
    }

    private boolean passed(long since, long cost, double share) {
        return clock.getAsLong() - since >= (long) (cost * (1 / share - 1));
    }

    /** Newer weights were taken and shown at this cost to all threads together. */
    synchronized void followed(long nanos) {
        followed = clock.getAsLong();
        followCost = nanos;
    }

    /** The grid was drawn at this cost, which counts as following where it is seen. */
    synchronized void drewGrid(long nanos, boolean seen) {
        gridDone = clock.getAsLong();
        gridCost = nanos;
        if (seen) {
            followed = gridDone;
            followCost += nanos;
        }
    }
}
