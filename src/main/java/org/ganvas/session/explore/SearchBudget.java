package org.ganvas.session.explore;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Keeps a search to its share of a core, and ends it when it is not wanted any more. Belongs to the thread that searches;
 * the two questions may be answered by any other.
 */
public final class SearchBudget {

    /** Share of one core that a search may take while training runs. */
    private static final double SHARE = 0.2;

    /** Shorter rests cost more in waking up than they give. */
    private static final long SHORTEST_NANOS = 2_000_000;

    private final BooleanSupplier wanted;
    private final BooleanSupplier training;
    private long worked = System.nanoTime();

    /**
     * @param wanted whether to go on
     * @param training whether training runs and needs the processor
     */
    public SearchBudget(BooleanSupplier wanted, BooleanSupplier training) {
        this.wanted = wanted;
        this.training = training;
    }

    /**
     * To be called after every small piece of work.
     *
     * @throws CancellationException if the search is not wanted any more
     */
    void breathe() {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("the search is not wanted any more");
        }
        long nanos = System.nanoTime() - worked;
        if (training.getAsBoolean()) {
            if (nanos < SHORTEST_NANOS) {
                return;
            }
            LockSupport.parkNanos((long) (nanos * (1 / SHARE - 1)));
        }
        worked = System.nanoTime();
    }
}
