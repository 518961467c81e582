package org.ganvas.session.inspect;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.NearestRealImage;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Searches the data for the image nearest to one, on a thread of its own for each search, because that takes seconds where
 * an inspection takes milliseconds. The newest search wins. Started and read by the {@code inspector} thread.
 */
final class NearestImageSearch implements AutoCloseable {

    private static final int ENDED = -1;

    private final Dataset data;
    private final NearestRealImage nearest;
    private final Runnable found;
    private final Consumer<Throwable> failed;
    private volatile int wanted;
    private volatile @Nullable NearestImage newest;

    /**
     * @param found called when {@link #newest} has changed
     * @param failed receives an error that would otherwise be lost
     */
    NearestImageSearch(Dataset data, Runnable found, Consumer<Throwable> failed) {
        this.data = data;
        this.found = found;
        this.failed = failed;
        nearest = new NearestRealImage(data);
    }

    /** The newest result; null before. */
    @Nullable
    NearestImage newest() {
        return newest;
    }

    /** Whether this search was started. */
    boolean isStarted(int search) {
        return wanted == search;
    }

    /**
     * Starts a search in place of the one before.
     *
     * @param search number of the search
     * @param one a grid of the one image
     */
    void start(int search, SampleGrid one) {
        wanted = search;
        DaemonThreads.startLowPriority("nearest", () -> run(search, one));
    }

    private void run(int search, SampleGrid one) {
        BooleanSupplier cancelled = () -> wanted != search;
        try {
            synchronized (nearest) {
                NearestRealImage.Match real = nearest.find(one.pixels(), cancelled);
                // The typical distance takes longer, the first time.
                publish(search, one, real, Double.NaN, cancelled);
                publish(search, one, real, nearest.floor(cancelled), cancelled);
            }
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void publish(
            int search,
            SampleGrid one,
            NearestRealImage.Match real,
            double typicalDistance,
            BooleanSupplier cancelled) {
        if (real.index() < 0 || cancelled.getAsBoolean()) {
            return;
        }
        float[] near = new float[one.pixels().length];
        data.copyImage(real.index(), near, 0);
        int label = data.classCount() > 0 ? data.label(real.index()) : -1;
        newest = new NearestImage(
                search,
                one.step(),
                one.shape(),
                one.pixels(),
                near,
                real.index(),
                label,
                real.distance(),
                typicalDistance);
        found.run();
    }

    @Override
    public void close() {
        wanted = ENDED;
    }
}
