package org.ganvas.session.background;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Thread of lowest priority that works on copies of the generator, one at a time, and rests after each so long that it
 * keeps to its share of one core. Training never waits for it: while it is busy or rests, an offer costs a comparison.
 */
public final class BudgetedWorker implements AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** In place of the time of the next offer while the worker is busy. */
    private static final long BUSY = TimeUnit.DAYS.toNanos(365);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final double share;
    private final boolean averaged;
    private final Consumer<Throwable> failed;
    private final Thread thread;

    // Guarded by the lock.
    private @Nullable Assignment assignment;
    private boolean closed;
    private long periodNanos;

    // Written under the lock; read without it by offers, for which a little late is soon enough.
    private volatile boolean open;
    private volatile long nextOffer;

    /** The task of one run with the buffer of its weights. */
    private static final class Assignment {
        private final WorkerTask task;
        private final WeightBuffer buffer;
        private volatile double seconds;

        Assignment(WorkerTask task, boolean averaged) {
            this.task = task;
            buffer = WeightBuffer.ofRendered(averaged);
        }
    }

    /**
     * @param name of the thread
     * @param averaged whether the copies have G's averaged weights, where the run has them
     * @param share of one core
     * @param failed receives an error that would otherwise be lost
     */
    public BudgetedWorker(String name, boolean averaged, double share, Consumer<Throwable> failed) {
        this.averaged = averaged;
        this.share = share;
        this.failed = failed;
        thread = DaemonThreads.startLowPriority(name, this::workUntilClosed);
    }

    /** Sets the task of another run; the one before is given up. Null for none. Any thread. */
    public void setTask(@Nullable WorkerTask task) {
        change(() -> {
            assignment = task == null ? null : new Assignment(task, averaged);
            open = task != null;
            nextOffer = System.nanoTime();
        });
    }

    /** Sets the time from one copy to the next, at least. Any thread. */
    public void setPeriod(double seconds) {
        change(() -> {
            periodNanos = (long) (seconds * 1e9);
            if (nextOffer - System.nanoTime() < BUSY / 2) {
                nextOffer = System.nanoTime();
            }
        });
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Offers the generator as it is now. On the training thread.
     *
     * @param last whether no other offer may follow soon, so that this one is taken though it is early
     */
    public void offer(Trainer trainer, double trainedSeconds, boolean last) {
        if (!open || !last && System.nanoTime() - nextOffer < 0) {
            return;
        }
        lock.lock();
        try {
            Assignment now = assignment;
            if (now != null && now.buffer.offer(trainer, last)) {
                now.seconds = trainedSeconds;
                nextOffer = System.nanoTime() + BUSY;
                change.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void workUntilClosed() {
        Assignment last = null;
        while (true) {
            PlayerWeights weights = null;
            Assignment now;
            lock.lock();
            try {
                while (!closed && assignment == last && (last == null || (weights = last.buffer.take()) == null)) {
                    change.awaitUninterruptibly();
                }
                if (closed) {
                    break;
                }
                now = assignment;
            } finally {
                lock.unlock();
            }
            if (now != last && last != null) {
                last.task.close();
            }
            last = now;
            if (weights != null && now != null) {
                process(now, weights);
            }
        }
        if (last != null) {
            last.task.close();
        }
    }

    private void process(Assignment now, PlayerWeights weights) {
        long before = cpuNanos();
        try {
            now.task.process(weights, now.seconds, (busy, share) -> restAfter(now, busy, share));
            now.buffer.giveBack(weights);
        } catch (Exception | Error e) {
            giveUp(now);
            failed.accept(e);
        }
        long busy = cpuNanos() - before;
        long rest = Math.max((long) (busy * (1 / share - 1)), periodNanos - busy);
        change(() -> nextOffer = System.nanoTime() + rest);
    }

    /** Processor time of this thread: waiting for a core on a busy machine costs the others nothing. */
    private static long cpuNanos() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        return clock.isCurrentThreadCpuTimeSupported() ? clock.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private void giveUp(Assignment failing) {
        change(() -> open = open && assignment != failing);
    }

    private boolean restAfter(Assignment now, long busyNanos, double share) {
        long until = System.nanoTime() + (long) (busyNanos * (1 / share - 1));
        lock.lock();
        try {
            long left = until - System.nanoTime();
            while (!closed && assignment == now && left > 0) {
                left = change.awaitNanos(left);
            }
            return !closed && assignment == now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        change(() -> {
            closed = true;
            open = false;
        });
        DaemonThreads.join(thread, CLOSE_MILLIS);
    }
}
