package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The {@code moments} thread, on which kept moments are read: saving a project never stands before it. */
public final class CheckpointThread {

    private CheckpointThread() {}

    /** A new one, which starts with the first thing to do. */
    public static Executor open() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "moments");
            thread.setDaemon(true);
            return thread;
        });
    }
}
