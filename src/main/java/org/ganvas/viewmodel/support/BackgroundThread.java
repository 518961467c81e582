package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One thread for what may take minutes, started when it is first needed, of the lowest priority, and no reason for the
 * program to stay. Any thread.
 */
public final class BackgroundThread implements Executor {

    private final String name;
    private @Nullable ExecutorService thread;

    public BackgroundThread(String name) {
        this.name = name;
    }

    @Override
    public synchronized void execute(Runnable work) {
        ExecutorService started = thread;
        if (started == null) {
            started = Executors.newSingleThreadExecutor(this::daemon);
            thread = started;
        }
        started.execute(work);
    }

    private Thread daemon(Runnable work) {
        Thread fresh = new Thread(work, name);
        fresh.setDaemon(true);
        fresh.setPriority(Thread.MIN_PRIORITY);
        return fresh;
    }
}
