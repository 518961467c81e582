package org.ganvas.session.background;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * A thread of lowest priority that works on copies of the generator, one at a time, and rests after each so long that it
 * keeps to its share of one core. Training never waits for it: while it is busy or rests, offers cost a comparison.
 */
public final class BudgetedWorker implements AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** Until the work says when the next is due; far beyond any. */
    private static final long BUSY = TimeUnit.DAYS.toNanos(365);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final double share;
    private final boolean averaged;
    private final Consumer<Throwable> failed;
    private final Thread thread;

    // Guarded by the lock.
    private @Nullable Task task;
    private boolean closed;
    private long periodNanos;

    // Written under the lock; read without it by offers, for which a little late is soon enough.
    private volatile boolean open;
    private volatile long nextOffer;

    /** One run's work with the lane its weights come on. */
    private static final class Task {
        private final WorkerTask work;
        private final WeightBuffer<GeneratorWeights> lane;
        private volatile double seconds;

        Task(WorkerTask work, boolean averaged) {
            this.work = work;
            lane = WeightBuffer.ofGenerator(averaged);
        }
    }

    /**
     * @param name of the thread
     * @param averaged whether it gets G's averaged weights, where the run has them
     * @param share of one core
     * @param failed hears of an error that would otherwise be lost
     */
    public BudgetedWorker(String name, boolean averaged, double share, Consumer<Throwable> failed) {
        this.averaged = averaged;
        this.share = share;
        this.failed = failed;
        thread = DaemonThreads.startLowPriority(name, this::workUntilClosed);
    }

    /** Another run: what was done for the one before is given up. Null for none. */
    public void use(@Nullable WorkerTask work) {
        change(() -> {
            task = work == null ? null : new Task(work, averaged);
            open = work != null;
            nextOffer = System.nanoTime();
        });
    }

    /** At least so long from one copy to the next. */
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
            Task now = task;
            if (now != null && now.lane.offer(trainer, last)) {
                now.seconds = trainedSeconds;
                nextOffer = System.nanoTime() + BUSY;
                change.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void workUntilClosed() {
        Task last = null;
        while (true) {
            GeneratorWeights weights = null;
            Task now;
            lock.lock();
            try {
                while (!closed && task == last && (last == null || (weights = last.lane.take()) == null)) {
                    change.awaitUninterruptibly();
                }
                if (closed) {
                    break;
                }
                now = task;
            } finally {
                lock.unlock();
            }
            if (now != last && last != null) {
                last.work.close();
            }
            last = now;
            if (weights != null && now != null) {
                work(now, weights);
            }
        }
        if (last != null) {
            last.work.close();
        }
    }

    private void work(Task now, GeneratorWeights weights) {
        long before = workNanos();
        try {
            now.work.on(weights, now.seconds, (busy, share) -> restAfter(now, busy, share));
            now.lane.giveBack(weights);
        } catch (Exception | Error e) {
            give(now);
            failed.accept(e);
        }
        long busy = workNanos() - before;
        long rest = Math.max((long) (busy * (1 / share - 1)), periodNanos - busy);
        change(() -> nextOffer = System.nanoTime() + rest);
    }

    /** Time that this thread computed: on a busy machine it waits for its turn, which is no cost to anybody. */
    private static long workNanos() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        return clock.isCurrentThreadCpuTimeSupported() ? clock.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private void give(Task gone) {
        change(() -> open = open && task != gone);
    }

    private boolean restAfter(Task now, long busyNanos, double share) {
        long until = System.nanoTime() + (long) (busyNanos * (1 / share - 1));
        lock.lock();
        try {
            long left = until - System.nanoTime();
            while (!closed && task == now && left > 0) {
                left = change.awaitNanos(left);
            }
            return !closed && task == now;
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
        ThreadJoin.join(thread, CLOSE_MILLIS);
    }
}
