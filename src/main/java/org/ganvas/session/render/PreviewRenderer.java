package org.ganvas.session.render;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The {@code explore} thread: renders the sample grid and the current latents with copies of the generator. The current
 * latents come first. Training never waits for it.
 */
public final class PreviewRenderer implements LatentRenderer, AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Consumer<SampleGrid> gridRendered;
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final LatestValueMailbox<Rendered> results = new LatestValueMailbox<>();
    private final RenderQueue jobs = new RenderQueue();
    private final RenderThrottle throttle = new RenderThrottle(System::nanoTime);
    private final Thread thread;

    private volatile boolean gridVisible = true;

    // Set under the lock, for the thread that waits there; read without it.
    private volatile boolean requestNew;
    private volatile boolean weightsNew;

    // Guarded by the lock.
    private @Nullable RenderTarget target;
    private @Nullable LatentRequest request;
    private GeneratorSource source = new GeneratorSource.Live();
    private boolean closed;

    /** The target whose weights were asked for last; training offers newer ones of the same by itself. */
    private @Nullable RenderTarget askedTarget;

    private boolean askedAveraged;

    // The explore thread's.
    private @Nullable FrozenGenerator frozen;

    /** Whether the generator has changed since the current latents were rendered. */
    private boolean latentsStale;

    /** Whether the current latents were never rendered. */
    private boolean latentsWaiting;

    /**
     * @param gridRendered receives each finished sample grid, on the explore thread
     * @param needsWeights asks the training thread for an offer
     * @param failed receives an error that would otherwise be lost
     */
    public PreviewRenderer(Consumer<SampleGrid> gridRendered, Runnable needsWeights, Consumer<Throwable> failed) {
        this.gridRendered = gridRendered;
        this.needsWeights = needsWeights;
        this.failed = failed;
        thread = DaemonThreads.start("explore", this::workUntilClosed);
    }

    /** Another run or another layout: what was rendered before is void. On the training thread. */
    public void use(GanSpec spec, Dataset data, SampleGridLayout layout, boolean averaged, boolean sameNetworks) {
        lock.lock();
        try {
            RenderTarget before = target;
            if (!sameNetworks) {
                source = new GeneratorSource.Live();
            }
            target = new RenderTarget(spec, data, layout, averaged, sameNetworks ? before : null);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Offers the generator as it is now, with the weights that are shown. On the training thread.
     *
     * @param replace whether to do so in place of an offer that still waits
     * @return whether a copy was taken
     */
    public boolean offer(Trainer trainer, boolean replace) {
        lock.lock();
        try {
            if ((replace || throttle.updateDue()) && target != null && target.offer(trainer, request, replace)) {
                weightsNew = true;
                work.signal();
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void request(LatentRequest newRequest) {
        boolean otherWeights;
        lock.lock();
        try {
            request = newRequest;
            requestNew = true;
            otherWeights = target == null || target != askedTarget || newRequest.averaged() != askedAveraged;
            askedTarget = target;
            askedAveraged = newRequest.averaged();
            throttle.latentsRequested();
            work.signal();
        } finally {
            lock.unlock();
        }
        if (otherWeights) {
            needsWeights.run();
        }
    }

    @Override
    public void setGridVisible(boolean visible) {
        gridVisible = visible;
        lock.lock();
        try {
            weightsNew = weightsNew || visible;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void useSource(GeneratorSource newSource) {
        lock.lock();
        try {
            source = newSource;
            requestNew = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        needsWeights.run();
    }

    @Override
    public @Nullable Rendered takeRendered() {
        return results.take();
    }

    @Override
    public CompletableFuture<SampleGrid> render(LatentRequest once) {
        CompletableFuture<SampleGrid> answer = jobs.add(once);
        lock.lock();
        try {
            work.signal();
        } finally {
            lock.unlock();
        }
        return answer;
    }

    private void workUntilClosed() {
        NativeEngine.useOneThread();
        RenderTarget last = null;
        for (RenderTarget next = awaitWork(null); next != null; next = awaitWork(next)) {
            work(last, next);
            last = next;
        }
        jobs.rejectAll();
        if (last != null) {
            last.close();
        }
        closeFrozen();
    }

    /** Waits for work; null when the renderer is closed. */
    private @Nullable RenderTarget awaitWork(@Nullable RenderTarget last) {
        lock.lock();
        try {
            while (!closed && (target == null || !workDue(last))) {
                if (latentsStale && target != null) {
                    work.awaitNanos(throttle.nanosToIdle());
                } else {
                    work.awaitUninterruptibly();
                }
            }
            return closed ? null : target;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // this thread is interrupted only to end it
        } finally {
            lock.unlock();
        }
    }

    private boolean workDue(@Nullable RenderTarget last) {
        return target != last
                || requestNew
                || weightsNew
                || !jobs.isEmpty()
                || latentsStale && throttle.nanosToIdle() <= 0;
    }

    private void closeFrozen() {
        FrozenGenerator unused = frozen;
        frozen = null;
        if (unused != null) {
            unused.close();
        }
    }

    private void work(@Nullable RenderTarget last, RenderTarget current) {
        try {
            if (last != null && last != current) {
                current.inherit(last);
                latentsStale = true;
            }
            renderNewRequest(current);
            takeWeights(current);
            if (throttle.gridDue(gridVisible)) {
                renderGrid(current);
            }
            GeneratorSource from = source();
            jobs.renderNext(wanted -> render(current, wanted, from));
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Takes newer weights, and renders the current latents with them unless they are changing and were rendered before. */
    private void takeWeights(RenderTarget current) {
        weightsNew = false;
        long before = System.nanoTime();
        boolean taken = current.takeWeights();
        // The training thread has copied as much again.
        long cost = 2 * (System.nanoTime() - before);
        // A frozen generator renders nothing new because the one in training has changed.
        latentsStale = source() instanceof GeneratorSource.Live && (latentsStale || taken);
        if (latentsStale && (latentsWaiting || throttle.nanosToIdle() <= 0)) {
            long rendering = System.nanoTime();
            renderLatents(current);
            cost += System.nanoTime() - rendering;
        }
        if (taken) {
            throttle.updated(cost);
        }
    }

    private void renderGrid(RenderTarget current) {
        long before = System.nanoTime();
        SampleGrid grid = current.renderGrid(() -> renderNewRequest(current));
        if (grid == null) {
            return;
        }
        deliver(current, grid);
        throttle.gridRendered(System.nanoTime() - before, gridVisible);
    }

    private GeneratorSource source() {
        lock.lock();
        try {
            return source;
        } finally {
            lock.unlock();
        }
    }

    private void renderNewRequest(RenderTarget current) {
        if (requestNew) {
            renderLatents(current);
        }
    }

    private void renderLatents(RenderTarget current) {
        LatentRequest wanted;
        GeneratorSource from;
        lock.lock();
        try {
            requestNew = false;
            wanted = request;
            from = source;
        } finally {
            lock.unlock();
        }
        latentsStale = false;
        SampleGrid images = wanted == null ? null : render(current, wanted, from);
        latentsWaiting = wanted != null && images == null;
        if (wanted != null && images != null) {
            boolean live = from instanceof GeneratorSource.Live;
            results.put(new Rendered(wanted, images, live ? current.review(wanted, images) : null));
        }
    }

    private @Nullable SampleGrid render(RenderTarget current, LatentRequest wanted, GeneratorSource from) {
        FrozenGenerator held = frozen;
        if (held != null && !(from instanceof GeneratorSource.Frozen other && held.isOf(other))) {
            closeFrozen();
            held = null;
        }
        if (!(from instanceof GeneratorSource.Frozen fixed)) {
            return current.render(wanted);
        }
        if (held == null) {
            held = new FrozenGenerator(fixed);
            frozen = held;
        }
        return held.render(wanted);
    }

    /** Delivers a grid unless another run took its place meanwhile. */
    private void deliver(RenderTarget renderedWith, SampleGrid grid) {
        lock.lock();
        try {
            if (target == renderedWith) {
                gridRendered.accept(grid);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        DaemonThreads.join(thread, CLOSE_MILLIS);
    }
}
