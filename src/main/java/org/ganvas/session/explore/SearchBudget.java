package org.ganvas.session.explore;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * CPU budget and cancellation of an analysis. Used by the analysing thread; both suppliers may depend on any other
 * thread.
 */
public final class SearchBudget {

    /** Share of one core while training runs. */
    private static final double SHARE = 0.2;

    /** Shorter pauses cost more in waking up than they give. */
    private static final long MIN_WORK_NANOS = 2_000_000;

    private final BooleanSupplier wanted;
    private final BooleanSupplier training;
    private long workStarted = System.nanoTime();

    /**
     * @param wanted false cancels
     * @param training whether training runs and needs the processor
     */
    public SearchBudget(BooleanSupplier wanted, BooleanSupplier training) {
        this.wanted = wanted;
        this.training = training;
    }

    /**
     * Pauses as long as the budget asks for; to be called after every small piece of work.
     *
     * @throws CancellationException if the result is no longer wanted
     */
    public void throttle() {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("the search is no longer wanted");
        }
        long nanos = System.nanoTime() - workStarted;
        if (training.getAsBoolean()) {
            if (nanos < MIN_WORK_NANOS) {
                return;
            }
            LockSupport.parkNanos((long) (nanos * (1 / SHARE - 1)));
        }
        workStarted = System.nanoTime();
    }
}
