package org.ganvas.app;

/**
 * Decision when G1 is asked to mark, after which it returns the free part of the heap: soon after the heap has grown, and
 * now and then while there is garbage, because one marking frees only regions without a live object. Never while nothing
 * is collected. Has no clock of its own. One thread.
 */
final class HeapReturnSchedule {

    private static final double GROWN_SECONDS = 8;
    private static final double USUAL_SECONDS = 30;
    private static final double GROWTH = 1.1;

    private double last;
    private long collectionsThen;
    private long settledBytes;

    /**
     * Whether to ask now; if so, the next time is counted from here.
     *
     * @param seconds of a clock
     * @param committedBytes size of the heap
     * @param collections number of collections so far
     */
    boolean isDue(double seconds, long committedBytes, long collections) {
        boolean grown = committedBytes > GROWTH * settledBytes;
        boolean due = collections > collectionsThen && seconds - last >= (grown ? GROWN_SECONDS : USUAL_SECONDS);
        if (due) {
            last = seconds;
        }
        return due;
    }

    /** The heap after a marking, of which the collections until then are no reason for another. */
    void settled(long committedBytes, long collections) {
        settledBytes = committedBytes;
        collectionsThen = collections;
    }
}
