package org.ganvas.session.render;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.background.ThreadJoin;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The {@code explore} thread: draws the fixed grid and the latents that somebody holds in the hand, with copies of the
 * generator. What is in the hand comes first. Training never waits for it.
 */
public final class PreviewRenderer implements LatentRenderer, AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Consumer<SampleGrid> gridDone;
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final Mailbox<Drawn> latents = new Mailbox<>();
    private final RenderQueue commissions = new RenderQueue();
    private final RenderThrottle pace = new RenderThrottle(System::nanoTime);
    private final Thread thread;

    private volatile boolean gridSeen = true;

    // Set under the lock, for the thread that waits there; read without it.
    private volatile boolean requestNew;
    private volatile boolean weightsNew;

    // Guarded by the lock.
    private @Nullable RenderTarget canvas;
    private @Nullable LatentRequest request;
    private GeneratorSource source = new GeneratorSource.Live();
    private boolean closed;

    /** Whose weights were asked for last; the ticks of training bring newer ones of the same by themselves. */
    private @Nullable RenderTarget askedCanvas;

    private boolean askedAveraged;

    // The explore thread's.
    private @Nullable FrozenGenerator frozen;

    /** Whether the generator has moved on since the hand's picture was drawn. */
    private boolean handStale;

    /** Whether the hand still waits for its first picture. */
    private boolean handWaits;

    /**
     * @param gridDone hears of each finished grid, on the explore thread
     * @param needsWeights asks the training thread for an offer
     * @param failed hears of an error that would otherwise be lost
     */
    public PreviewRenderer(Consumer<SampleGrid> gridDone, Runnable needsWeights, Consumer<Throwable> failed) {
        this.gridDone = gridDone;
        this.needsWeights = needsWeights;
        this.failed = failed;
        thread = new Thread(this::paintUntilClosed, "explore");
        thread.setDaemon(true);
        thread.start();
    }

    /** Another run or another arrangement: what was drawn before is void. On the training thread. */
    public void use(GanSpec spec, GridLayout arrangement, boolean averaged, boolean sameNetworks) {
        lock.lock();
        try {
            RenderTarget before = canvas;
            if (!sameNetworks) {
                source = new GeneratorSource.Live();
            }
            canvas = new RenderTarget(spec, arrangement, averaged, sameNetworks ? before : null);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Offers the generator as it is now on the lanes that somebody looks at. On the training thread.
     *
     * @param replace whether to do so in place of an offer that still waits
     * @return whether the painter took it
     */
    public boolean offer(Trainer trainer, boolean replace) {
        lock.lock();
        try {
            if ((replace || pace.followDue()) && canvas != null && canvas.offer(trainer, request, replace)) {
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
        boolean others;
        lock.lock();
        try {
            request = newRequest;
            requestNew = true;
            others = canvas == null || canvas != askedCanvas || newRequest.averaged() != askedAveraged;
            askedCanvas = canvas;
            askedAveraged = newRequest.averaged();
            pace.asked();
            work.signal();
        } finally {
            lock.unlock();
        }
        if (others) {
            needsWeights.run();
        }
    }

    @Override
    public void watchGrid(boolean seen) {
        gridSeen = seen;
        lock.lock();
        try {
            weightsNew = weightsNew || seen;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void follow(GeneratorSource newSource) {
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
    public @Nullable Drawn takeDrawn() {
        return latents.take();
    }

    @Override
    public CompletableFuture<SampleGrid> draw(LatentRequest once) {
        CompletableFuture<SampleGrid> drawn = commissions.add(once);
        lock.lock();
        try {
            work.signal();
        } finally {
            lock.unlock();
        }
        return drawn;
    }

    private void paintUntilClosed() {
        NativeEngine.useOneThread();
        RenderTarget last = null;
        for (RenderTarget next = await(null); next != null; next = await(next)) {
            paint(last, next);
            last = next;
        }
        commissions.refuse();
        if (last != null) {
            last.close();
        }
        leave();
    }

    /** Waits for work; null when there will be none. */
    private @Nullable RenderTarget await(@Nullable RenderTarget last) {
        lock.lock();
        try {
            while (!closed && (canvas == null || !workDue(last))) {
                if (handStale && canvas != null) {
                    work.awaitNanos(pace.nanosToRest());
                } else {
                    work.awaitUninterruptibly();
                }
            }
            return closed ? null : canvas;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // nobody interrupts this thread but to end it
        } finally {
            lock.unlock();
        }
    }

    private boolean workDue(@Nullable RenderTarget last) {
        return canvas != last
                || requestNew
                || weightsNew
                || !commissions.isEmpty()
                || handStale && pace.nanosToRest() <= 0;
    }

    private void leave() {
        FrozenGenerator left = frozen;
        frozen = null;
        if (left != null) {
            left.close();
        }
    }

    private void paint(@Nullable RenderTarget last, RenderTarget current) {
        try {
            if (last != null && last != current) {
                current.inherit(last);
                handStale = true;
            }
            paintRequested(current);
            follow(current);
            if (pace.gridDue(gridSeen)) {
                drawGrid(current);
            }
            GeneratorSource from = source();
            commissions.drawNext(wanted -> drawn(current, wanted, from));
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Takes newer weights, and shows what is in the hand with them unless it moves, or waits for its first picture. */
    private void follow(RenderTarget current) {
        weightsNew = false;
        long before = System.nanoTime();
        boolean taken = current.takeWeights();
        // The training thread has copied as much again.
        long cost = 2 * (System.nanoTime() - before);
        // A generator that stands still draws nothing new because the one in training has moved.
        handStale = source() instanceof GeneratorSource.Live && (handStale || taken);
        if (handStale && (handWaits || pace.nanosToRest() <= 0)) {
            long drawing = System.nanoTime();
            paintHand(current);
            cost += System.nanoTime() - drawing;
        }
        if (taken) {
            pace.followed(cost);
        }
    }

    private void drawGrid(RenderTarget current) {
        long before = System.nanoTime();
        SampleGrid grid = current.drawGrid(() -> paintRequested(current));
        if (grid == null) {
            return;
        }
        show(current, grid);
        pace.drewGrid(System.nanoTime() - before, gridSeen);
    }

    private GeneratorSource source() {
        lock.lock();
        try {
            return source;
        } finally {
            lock.unlock();
        }
    }

    /** What is in the hand, if that is new. */
    private void paintRequested(RenderTarget current) {
        if (requestNew) {
            paintHand(current);
        }
    }

    private void paintHand(RenderTarget current) {
        LatentRequest hand;
        GeneratorSource from;
        lock.lock();
        try {
            requestNew = false;
            hand = request;
            from = source;
        } finally {
            lock.unlock();
        }
        handStale = false;
        SampleGrid drawn = hand == null ? null : drawn(current, hand, from);
        handWaits = hand != null && drawn == null;
        if (hand != null && drawn != null) {
            latents.put(new Drawn(hand, drawn));
        }
    }

    private @Nullable SampleGrid drawn(RenderTarget current, LatentRequest hand, GeneratorSource from) {
        FrozenGenerator held = frozen;
        if (held != null && !(from instanceof GeneratorSource.Frozen other && held.isOf(other))) {
            leave();
            held = null;
        }
        if (!(from instanceof GeneratorSource.Frozen still)) {
            return current.drawLatents(hand);
        }
        if (held == null) {
            held = new FrozenGenerator(still);
            frozen = held;
        }
        return held.draw(hand);
    }

    /** Shows a grid unless another run took its place meanwhile. */
    private void show(RenderTarget drawnOn, SampleGrid grid) {
        lock.lock();
        try {
            if (canvas == drawnOn) {
                gridDone.accept(grid);
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
        ThreadJoin.join(thread, CLOSE_MILLIS);
    }
}
