package org.ganvas.viewmodel;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The {@code moments} thread, on which kept moments are read: saving a project never stands before it. */
final class MomentThread {

    private MomentThread() {}

    /** A new one, which starts with the first thing to do. */
    static Executor open() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "moments");
            thread.setDaemon(true);
            return thread;
        });
    }
}
