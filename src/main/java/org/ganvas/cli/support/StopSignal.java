package org.ganvas.cli.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C. The JVM's hook asks for an end and waits until the command's own thread has saved; that thread looks here
 * between two looks at the desk.
 */
public final class StopSignal implements AutoCloseable {

    /** Saving takes a second or so; past this something hangs, and the person wants to leave. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable takeBack;
    private volatile boolean requested;

    public StopSignal(CliEnvironment backstage) {
        takeBack = backstage.onInterrupt(this::requestAndWait);
    }

    public boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        finished.countDown();
        takeBack.run();
    }

    private void requestAndWait() {
        requested = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
