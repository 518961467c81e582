package org.ganvas.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.GanTrainer;
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
    private final Mailbox<PictureGrid> latents = new Mailbox<>();
    private final Thread thread;

    // Guarded by the lock.
    private @Nullable Canvas canvas;
    private @Nullable LatentRequest request;
    private boolean requestNew;
    private boolean weightsNew;
    private boolean closed;
    private long nextOffer;

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
    boolean offer(GanTrainer trainer, boolean replace) {
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
    public @Nullable PictureGrid take() {
        return latents.take();
    }

    private void paintUntilClosed() {
        Canvas last = null;
        while (true) {
            Canvas current;
            LatentRequest hand;
            boolean handNew;
            lock.lock();
            try {
                while (!closed && (canvas == null || (canvas == last && !requestNew && !weightsNew))) {
                    work.awaitUninterruptibly();
                }
                if (closed) {
                    break;
                }
                current = canvas;
                hand = request;
                handNew = requestNew || weightsNew || current != last;
                requestNew = false;
                weightsNew = false;
            } finally {
                lock.unlock();
            }
            long before = System.nanoTime();
            last = paint(last, current, hand, handNew);
            rest(System.nanoTime() - before);
        }
        if (last != null) {
            last.close();
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

    private Canvas paint(
            @Nullable Canvas last, @Nullable Canvas current, @Nullable LatentRequest hand, boolean handNew) {
        if (current == null) {
            throw new IllegalStateException("nothing to paint on");
        }
        try {
            if (last != null && last != current) {
                current.inherit(last);
            }
            current.takeWeights();
            if (handNew && hand != null) {
                PictureGrid drawn = current.drawLatents(hand);
                if (drawn != null) {
                    latents.put(drawn);
                }
            }
            PictureGrid grid = current.drawGrid();
            if (grid != null) {
                show(current, grid);
            }
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
        return current;
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
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
