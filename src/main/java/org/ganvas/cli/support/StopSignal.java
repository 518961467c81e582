package org.ganvas.cli.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C. The JVM's shutdown hook sets a flag and waits until the command's own thread has saved; that thread reads the
 * flag between two polls of the session.
 */
public final class StopSignal implements AutoCloseable {

    /** Saving takes a second or so; past this something hangs, and the user wants to leave. */
    private static final long TIMEOUT_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable removeHook;
    private volatile boolean requested;

    public StopSignal(CliEnvironment environment) {
        removeHook = environment.onInterrupt(this::requestAndWait);
    }

    /** Whether the user pressed Ctrl+C. Any thread. */
    public boolean requested() {
        return requested;
    }

    /** Lets the program end, and takes the hook away. */
    @Override
    public void close() {
        finished.countDown();
        removeHook.run();
    }

    private void requestAndWait() {
        requested = true;
        try {
            finished.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
