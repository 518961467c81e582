package org.ganvas.session.inspect;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.background.LatestValueMailbox;
import org.jspecify.annotations.Nullable;

/**
 * The {@code inspector} thread: inspects copies of both networks while there is a request. Starts with the first one; training
 * never waits for it.
 */
public final class InspectorThread implements NetworkInspector, AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** Share of one core while training runs. */
    private static final double SHARE = 0.1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final LatestValueMailbox<InspectionResult> results = new LatestValueMailbox<>();
    private volatile @Nullable InspectionRequest request;
    private volatile @Nullable TrainerState checkpoint;

    // Guarded by the lock.
    private @Nullable InspectedRun run;
    private @Nullable Thread thread;
    private boolean workDue;
    private long nextOffer;
    private volatile boolean closed;

    /**
     * @param needsWeights asks the training thread for an offer
     * @param failed receives an error that would otherwise be lost
     */
    public InspectorThread(Runnable needsWeights, Consumer<Throwable> failed) {
        this.needsWeights = needsWeights;
        this.failed = failed;
    }

    /** Inspects another run or layout from now on. On the training thread. */
    public void use(InspectedRun newRun) {
        lock.lock();
        try {
            if (run != null && run.number() != newRun.number()) {
                checkpoint = null;
            }
            run = newRun;
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
            if (due && run != null && run.buffer().offer(trainer, replace)) {
                workDue = true;
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void request(@Nullable InspectionRequest newRequest) {
        lock.lock();
        try {
            request = newRequest;
            workDue = true;
            if (newRequest != null && thread == null && !closed) {
                start();
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        if (newRequest != null) {
            needsWeights.run();
        }
    }

    @Override
    public void useCheckpoint(@Nullable TrainerState newCheckpoint) {
        lock.lock();
        try {
            checkpoint = newCheckpoint;
            results.take();
            if (run != null) {
                run.buffer().discard();
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

    private void start() {
        thread = DaemonThreads.startLowPriority("inspector", this::workUntilClosed);
    }

    @Override
    public @Nullable InspectionResult takeResult() {
        return results.take();
    }

    private void workUntilClosed() {
        LayerProbes probes = null;
        InspectedRun of = null;
        while (!closed) {
            InspectedRun now = awaitWork();
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
                    probes = new LayerProbes(now, this::wake, failed);
                }
                inspect(probes, now);
            } catch (RuntimeException | Error e) {
                failed.accept(e);
            }
            rest(System.nanoTime() - before);
        }
        if (probes != null) {
            probes.close();
        }
    }

    /** Waits until there is something new to inspect; null if the inspector was closed. */
    private @Nullable InspectedRun awaitWork() {
        lock.lock();
        try {
            while (!closed && (!workDue || request == null || run == null)) {
                work.awaitUninterruptibly();
            }
            workDue = false;
            return closed ? null : run;
        } finally {
            lock.unlock();
        }
    }

    private void inspect(LayerProbes probes, InspectedRun of) {
        TrainerState from = checkpoint;
        if (from == null) {
            probes.takeWeights();
        } else {
            probes.takeWeights(from);
        }
        InspectionRequest wanted = request;
        if (wanted == null || !probes.hasWeights()) {
            return;
        }
        InspectionResult result = probes.inspect(wanted);
        lock.lock();
        try {
            if (run == of && checkpoint == from) {
                results.put(result);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Inspects again, because a search has found something. */
    private void wake() {
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
            nextOffer = System.nanoTime() + (long) (nanos * (1 / SHARE - 1));
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
