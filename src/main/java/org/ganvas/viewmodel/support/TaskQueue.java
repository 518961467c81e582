package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;

/**
 * The background thread of long searches and the kind of task that runs on it, so that tasks behind it can say what they
 * wait for. Any thread.
 */
public final class TaskQueue {

    private final Executor thread;
    private volatile String running = "";

    /**
     * @param thread runs one task at a time
     */
    public TaskQueue(Executor thread) {
        this.thread = thread;
    }

    /**
     * The queue for tasks of one kind.
     *
     * @param key of the text that names the kind
     */
    public Executor ofKind(String key) {
        return task -> thread.execute(() -> {
            running = key;
            try {
                task.run();
            } finally {
                running = "";
            }
        });
    }

    /** Key of the text that names the kind of the running task; empty while none runs. */
    public String running() {
        return running;
    }
}
