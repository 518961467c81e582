package org.ganvas.session;

/** Waiting for threads to end. Any thread. */
final class Threads {

    private Threads() {}

    /** Waits for a thread, not for ever; an interrupt is kept for whoever asked for it. */
    static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
