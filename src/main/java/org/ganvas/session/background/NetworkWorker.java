package org.ganvas.session.background;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Thread that answers requests from copies of the networks, whenever the weights or the request have changed. Starts with
 * the first request; training never waits for it.
 *
 * @param <Q> request, immutable
 * @param <R> answer, immutable
 */
public final class NetworkWorker<Q, R> implements AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** Least time from one answer to the next while training runs: 30 a second look continuous, more would cost training. */
    private static final long LIVE_NANOS = 33_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final String name;
    private final double share;
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final LatestValueMailbox<R> results = new LatestValueMailbox<>();
    private volatile @Nullable Q request;
    private volatile @Nullable CheckpointWeights checkpoint;

    // Guarded by the lock.
    private @Nullable Subject<Q, R> subject;
    private @Nullable Thread thread;
    private volatile boolean workDue;
    private long nextOffer;
    private volatile boolean closed;

    /**
     * The run whose networks are copied. Immutable but for the buffer.
     *
     * @param <Q> request
     * @param <R> answer
     */
    public interface Subject<Q, R> {

        /** Number of the run. */
        int number();

        /** Carries copies of the weights. */
        WeightBuffer buffer();

        /**
         * Networks that take the copies, made on the worker's thread.
         *
         * @param wake asks for another answer; any thread
         * @param failed receives an error that would otherwise be lost
         */
        Probes<Q, R> probes(Runnable wake, Consumer<Throwable> failed);
    }

    /**
     * Networks with copied weights. The worker's thread.
     *
     * @param <Q> request
     * @param <R> answer
     */
    public interface Probes<Q, R> extends AutoCloseable {

        /** Takes the newest weights from training, if there are new ones. */
        void takeWeights();

        /** Takes the weights of a checkpoint, unless they are loaded already. */
        void takeWeights(CheckpointWeights checkpoint);

        /** Whether weights were loaded. */
        boolean hasWeights();

        /** Answers a request; null if that was given up because newer work has come. */
        @Nullable
        R answer(Q request);

        @Override
        void close();
    }

    /**
     * @param name of the thread
     * @param share of one core that answers may take while training runs
     * @param needsWeights asks the training thread for an offer
     * @param failed receives an error that would otherwise be lost
     */
    public NetworkWorker(String name, double share, Runnable needsWeights, Consumer<Throwable> failed) {
        this.name = name;
        this.share = share;
        this.needsWeights = needsWeights;
        this.failed = failed;
    }

    /** Works for another run or layout from now on. On the training thread. */
    public void use(Subject<Q, R> newSubject) {
        lock.lock();
        try {
            if (subject != null && subject.number() != newSubject.number()) {
                checkpoint = null;
            }
            subject = newSubject;
            nextOffer = System.nanoTime();
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Offers the networks as they are now, if there is a request for them. On the training thread. */
    public void offer(Trainer trainer, boolean replace) {
        if (request == null || checkpoint != null) {
            return;
        }
        lock.lock();
        try {
            boolean due = replace || System.nanoTime() >= nextOffer;
            if (due && subject != null && subject.buffer().offer(trainer, replace)) {
                workDue = true;
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sets the request; the newest wins. Null ends it. Any thread. */
    public void request(@Nullable Q newRequest) {
        lock.lock();
        try {
            request = newRequest;
            workDue = true;
            if (newRequest != null && thread == null && !closed) {
                thread = DaemonThreads.startLowPriority(name, this::workUntilClosed);
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        if (newRequest != null) {
            needsWeights.run();
        }
    }

    /** Works with a complete state of the run from now on; null for the networks in training. Any thread. */
    public void useCheckpoint(@Nullable CheckpointWeights newCheckpoint) {
        lock.lock();
        try {
            checkpoint = newCheckpoint;
            results.take();
            if (subject != null) {
                subject.buffer().discard();
            }
            workDue = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (newCheckpoint == null && request != null) {
            needsWeights.run();
        }
    }

    /** Takes the newest answer; null if there was none since the last call. Any thread. */
    public @Nullable R takeResult() {
        return results.take();
    }

    /** Whether there is something newer to answer than what is being answered. Any thread. */
    public boolean isWorkDue() {
        return workDue || closed;
    }

    private void workUntilClosed() {
        Probes<Q, R> probes = null;
        Subject<Q, R> of = null;
        while (!closed) {
            Subject<Q, R> now = awaitWork();
            if (now == null) {
                continue;
            }
            if (now != of && probes != null) {
                probes.close();
                probes = null;
            }
            of = now;
            long before = System.nanoTime();
            try {
                if (probes == null) {
                    probes = now.probes(this::wake, failed);
                }
                answer(probes, now);
            } catch (RuntimeException | Error e) {
                failed.accept(e);
            }
            rest(System.nanoTime() - before);
        }
        if (probes != null) {
            probes.close();
        }
    }

    /** Waits until there is something new to answer; null if the worker was closed. */
    private @Nullable Subject<Q, R> awaitWork() {
        lock.lock();
        try {
            while (!closed && (!workDue || request == null || subject == null)) {
                work.awaitUninterruptibly();
            }
            workDue = false;
            return closed ? null : subject;
        } finally {
            lock.unlock();
        }
    }

    private void answer(Probes<Q, R> probes, Subject<Q, R> of) {
        CheckpointWeights from = checkpoint;
        if (from == null) {
            probes.takeWeights();
        } else {
            probes.takeWeights(from);
        }
        Q wanted = request;
        if (wanted == null || !probes.hasWeights()) {
            return;
        }
        R result = probes.answer(wanted);
        lock.lock();
        try {
            if (result != null && subject == of && checkpoint == from) {
                results.put(result);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Answers again, because something else than weights and request has changed. Any thread. */
    public void wake() {
        lock.lock();
        try {
            workDue = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void rest(long nanos) {
        lock.lock();
        try {
            nextOffer = System.nanoTime() + Math.max((long) (nanos * (1 / share - 1)), LIVE_NANOS - nanos);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Thread started;
        lock.lock();
        try {
            closed = true;
            started = thread;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (started != null) {
            DaemonThreads.join(started, CLOSE_MILLIS);
        }
    }
}
