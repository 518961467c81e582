package org.ganvas.session.background;

/** Waiting for threads to end. Any thread. */
public final class ThreadJoin {

    private ThreadJoin() {}

    /** Waits for a thread, not for ever; an interrupt is kept for whoever asked for it. */
    public static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
