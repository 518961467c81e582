package org.ganvas.session.background;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.ganvas.engine.NativeEngine;

/**
 * Named daemon threads: none of them keeps the program alive. Those of lowest priority work beside training and compute
 * with one native thread, because training needs the others. Any thread.
 */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** Starts a thread of normal priority. */
    public static Thread start(String name, Runnable work) {
        return start(name, Thread.NORM_PRIORITY, work);
    }

    /** Starts a thread of lowest priority. */
    public static Thread startLowPriority(String name, Runnable work) {
        return start(name, Thread.MIN_PRIORITY, work);
    }

    private static Thread start(String name, int priority, Runnable work) {
        Thread thread = factory(name, priority).newThread(work);
        thread.start();
        return thread;
    }

    /** An executor of one thread of normal priority, which starts with the first task. */
    public static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(factory(name, Thread.NORM_PRIORITY));
    }

    /** An executor of one thread of lowest priority, which starts with the first task: for tasks that may take minutes. */
    public static ExecutorService singleLowPriority(String name) {
        return Executors.newSingleThreadExecutor(factory(name, Thread.MIN_PRIORITY));
    }

    /** An executor of one thread of lowest priority for repeated tasks. */
    public static ScheduledExecutorService scheduledLowPriority(String name) {
        return Executors.newSingleThreadScheduledExecutor(factory(name, Thread.MIN_PRIORITY));
    }

    /** An executor that starts a thread of normal priority for each task. */
    public static Executor perTask(String name) {
        return work -> start(name, work);
    }

    /** Waits for a thread to end, but not for ever; an interrupt is kept for the caller. */
    public static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory factory(String name, int priority) {
        return work -> {
            Thread thread = new Thread(priority == Thread.MIN_PRIORITY ? alone(work) : work, name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        };
    }

    private static Runnable alone(Runnable work) {
        return () -> {
            NativeEngine.useOneThread();
            work.run();
        };
    }
}
