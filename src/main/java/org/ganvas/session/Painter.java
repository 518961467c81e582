package org.ganvas.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/**
 * The {@code explore} thread: draws the fixed grid and the latents that somebody holds in the hand, with copies of the
 * generator. What is in the hand comes first. Training never waits for it.
 */
final class Painter implements LatentDesk, AutoCloseable {

    private static final long CLOSE_MILLIS = 1000;

    /** Share of one core that following the training generator may take. */
    private static final double SHARE = 0.1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Consumer<PictureGrid> gridDone;
    private final Runnable needsWeights;
    private final Consumer<Throwable> failed;
    private final Mailbox<Drawn> latents = new Mailbox<>();
    private final Commissions commissions = new Commissions();
    private final Thread thread;

    // Guarded by the lock.
    private @Nullable Canvas canvas;
    private @Nullable LatentRequest request;
    private GeneratorSource source = new GeneratorSource.Live();
    private boolean requestNew;
    private boolean weightsNew;
    private boolean closed;
    private long nextOffer;

    /** The explore thread's. */
    private @Nullable FrozenGenerator frozen;

    /**
     * @param gridDone hears of each finished grid, on the explore thread
     * @param needsWeights asks the training thread for an offer
     * @param failed hears of an error that would otherwise be lost
     */
    Painter(Consumer<PictureGrid> gridDone, Runnable needsWeights, Consumer<Throwable> failed) {
        this.gridDone = gridDone;
        this.needsWeights = needsWeights;
        this.failed = failed;
        thread = new Thread(this::paintUntilClosed, "explore");
        thread.setDaemon(true);
        thread.start();
    }

    /** Another run or another arrangement: what was drawn before is void. On the training thread. */
    void use(GanSpec spec, GridArrangement arrangement, boolean averaged, boolean sameNetworks) {
        lock.lock();
        try {
            Canvas before = canvas;
            if (!sameNetworks) {
                source = new GeneratorSource.Live();
            }
            canvas = new Canvas(spec, arrangement, averaged, sameNetworks ? before : null);
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
    boolean offer(Trainer trainer, boolean replace) {
        lock.lock();
        try {
            boolean due = replace || System.nanoTime() >= nextOffer;
            if (due && canvas != null && canvas.offer(trainer, request, replace)) {
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
        lock.lock();
        try {
            request = newRequest;
            requestNew = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        needsWeights.run();
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
    public CompletableFuture<PictureGrid> draw(LatentRequest once) {
        CompletableFuture<PictureGrid> drawn = commissions.add(once);
        lock.lock();
        try {
            work.signal();
        } finally {
            lock.unlock();
        }
        return drawn;
    }

    private void paintUntilClosed() {
        Canvas last = null;
        while (true) {
            Canvas current;
            boolean moved;
            lock.lock();
            try {
                while (!closed
                        && (canvas == null
                                || (canvas == last && !requestNew && !weightsNew && commissions.isEmpty()))) {
                    work.awaitUninterruptibly();
                }
                if (closed) {
                    break;
                }
                current = canvas;
                // A generator that stands still draws nothing new because the one in training has moved.
                moved = source instanceof GeneratorSource.Live && (weightsNew || current != last);
                weightsNew = false;
            } finally {
                lock.unlock();
            }
            long before = System.nanoTime();
            last = paint(last, current, moved);
            rest(System.nanoTime() - before);
        }
        commissions.refuse();
        if (last != null) {
            last.close();
        }
        leave();
    }

    private void leave() {
        FrozenGenerator left = frozen;
        frozen = null;
        if (left != null) {
            left.close();
        }
    }

    /** Keeps drawing below a share of one core: what took long is done again later. */
    private void rest(long nanos) {
        lock.lock();
        try {
            nextOffer = System.nanoTime() + (long) (nanos * (1 / SHARE - 1));
        } finally {
            lock.unlock();
        }
    }

    private Canvas paint(@Nullable Canvas last, @Nullable Canvas current, boolean moved) {
        if (current == null) {
            throw new IllegalStateException("nothing to paint on");
        }
        try {
            if (last != null && last != current) {
                current.inherit(last);
            }
            current.takeWeights();
            paintHand(current, moved);
            PictureGrid grid = current.drawGrid(() -> paintHand(current, false));
            if (grid != null) {
                show(current, grid);
            }
            GeneratorSource from = source();
            commissions.drawNext(wanted -> drawn(current, wanted, from));
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
        return current;
    }

    private GeneratorSource source() {
        lock.lock();
        try {
            return source;
        } finally {
            lock.unlock();
        }
    }

    /** What is in the hand, if it is new or the generator is. */
    private void paintHand(Canvas current, boolean moved) {
        LatentRequest hand;
        GeneratorSource from;
        lock.lock();
        try {
            if (!requestNew && !moved) {
                return;
            }
            requestNew = false;
            hand = request;
            from = source;
        } finally {
            lock.unlock();
        }
        PictureGrid drawn = hand == null ? null : drawn(current, hand, from);
        if (hand != null && drawn != null) {
            latents.put(new Drawn(hand, drawn));
        }
    }

    private @Nullable PictureGrid drawn(Canvas current, LatentRequest hand, GeneratorSource from) {
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
    private void show(Canvas drawnOn, PictureGrid grid) {
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
        Threads.join(thread, CLOSE_MILLIS);
    }
}
