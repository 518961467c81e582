package org.ganvas.session.inspect;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.background.ThreadJoin;
import org.jspecify.annotations.Nullable;

/**
 * The {@code inside} thread: looks into copies of both networks while somebody asks. Begins with the first request;
 * training never waits for it.
 */
public final class InspectorThread implements NetworkInspector, AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** Share of one core that looking may take while training runs. */
    private static final double SHARE = 0.1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final Mailbox<InspectionResult> looks = new Mailbox<>();
    private volatile @Nullable InspectionRequest request;
    private volatile @Nullable TrainerState moment;

    // Guarded by the lock.
    private @Nullable InspectedRun subject;
    private @Nullable Thread thread;
    private boolean fresh;
    private long nextOffer;
    private volatile boolean closed;

    /**
     * @param needsWeights asks the training thread for an offer
     * @param failed hears of an error that would otherwise be lost
     */
    public InspectorThread(Runnable needsWeights, Consumer<Throwable> failed) {
        this.needsWeights = needsWeights;
        this.failed = failed;
    }

    /** Another run or another arrangement. On the training thread. */
    public void use(InspectedRun newSubject) {
        lock.lock();
        try {
            if (subject != null && subject.number() != newSubject.number()) {
                moment = null;
            }
            subject = newSubject;
            nextOffer = System.nanoTime();
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Offers the networks as they are now, if somebody looks. On the training thread. */
    public void offer(Trainer trainer, boolean replace) {
        if (request == null || moment != null) {
            return;
        }
        lock.lock();
        try {
            boolean due = replace || System.nanoTime() >= nextOffer;
            if (due && subject != null && subject.buffer().offer(trainer, replace)) {
                fresh = true;
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
            fresh = true;
            if (newRequest != null && thread == null && !closed) {
                begin();
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
    public void useCheckpoint(@Nullable TrainerState newMoment) {
        lock.lock();
        try {
            moment = newMoment;
            looks.take();
            if (subject != null) {
                subject.buffer().discard();
            }
            fresh = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (newMoment == null && request != null) {
            needsWeights.run();
        }
    }

    private void begin() {
        thread = DaemonThreads.startLowPriority("inside", this::lookUntilClosed);
    }

    @Override
    public @Nullable InspectionResult take() {
        return looks.take();
    }

    private void lookUntilClosed() {
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
                look(probes, now);
            } catch (RuntimeException | Error e) {
                failed.accept(e);
            }
            rest(System.nanoTime() - before);
        }
        if (probes != null) {
            probes.close();
        }
    }

    /** Waits until there is something new to look at; null if there is none after all. */
    private @Nullable InspectedRun awaitWork() {
        lock.lock();
        try {
            while (!closed && (!fresh || request == null || subject == null)) {
                work.awaitUninterruptibly();
            }
            fresh = false;
            return closed ? null : subject;
        } finally {
            lock.unlock();
        }
    }

    private void look(LayerProbes probes, InspectedRun of) {
        TrainerState from = moment;
        if (from == null) {
            probes.takeWeights();
        } else {
            probes.takeWeights(from);
        }
        InspectionRequest wanted = request;
        if (wanted == null || !probes.ready()) {
            return;
        }
        InspectionResult look = probes.look(wanted);
        lock.lock();
        try {
            if (subject == of && moment == from) {
                looks.put(look);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A search has found something: the next look tells of it. */
    private void wake() {
        lock.lock();
        try {
            fresh = true;
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
        Thread begun;
        lock.lock();
        try {
            closed = true;
            begun = thread;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (begun != null) {
            ThreadJoin.join(begun, CLOSE_MILLIS);
        }
    }
}
